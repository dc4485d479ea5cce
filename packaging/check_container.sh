#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the container image without a daemon and runs it: it answers, is healthy, is not root, carries no compiler,
# and ends cleanly on SIGTERM. Takes many minutes (everything is built from nothing), so it is not part of the suite.
# Needs root, buildah, curl, and for the base image either a reachable registry (BASE_IMAGE=…) or debootstrap, which
# makes one out of the mirror that apt uses here. CCACHE_DIR=… lends the build a compiler cache.
# Exits 77 where one of them is missing.
set -euo pipefail
ROOT=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
WORK="$ROOT/build/container-check"
CODENAME=${CODENAME:-bookworm}
IMAGE=perfect-system
server=
container=

skip() {
  echo "skipped: $1" >&2
  exit 77
}
[ "$(id -u)" = 0 ] || skip "building without a daemon needs root here"
for tool in buildah curl; do command -v "$tool" >/dev/null || skip "$tool is not here"; done
mkdir -p "$WORK"
export BUILDAH_ISOLATION=chroot
# Storage of its own, on any file system; nothing of it is left in the system's.
store=(--storage-driver vfs --root "$WORK/storage" --runroot "$WORK/run")
cleanup() {
  if [ -n "$server" ]; then kill "$server" 2>/dev/null || true; fi
  if [ -n "$container" ]; then buildah "${store[@]}" rm "$container" >/dev/null 2>&1 || true; fi
}
trap cleanup EXIT
fail() {
  echo "FAIL: $1" >&2
  [ ! -s "$WORK/server.err" ] || cat "$WORK/server.err" >&2
  exit 1
}

mirror() {
  { cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources 2>/dev/null || true; } |
    grep -oE 'https?://[^ ]+/debian/?( |$)' | head -n 1
}
base_image() {
  [ -z "${BASE_IMAGE:-}" ] || { echo "$BASE_IMAGE" && return; }
  if ! buildah "${store[@]}" inspect --type image "localhost/base-$CODENAME" >/dev/null 2>&1; then
    command -v debootstrap >/dev/null || skip "debootstrap is not here, and BASE_IMAGE names no image"
    local from
    from=$(mirror)
    [ -n "$from" ] || skip "apt names no Debian mirror here; say BASE_IMAGE=…"
    echo "== A base of $CODENAME" >&2
    rm -rf "$WORK/base"
    debootstrap --variant=minbase "$CODENAME" "$WORK/base" "${from% }" >"$WORK/base.log" 2>&1 || fail "debootstrap: $(tail -n 3 "$WORK/base.log")"
    # As Debian's own images have it: what is thrown away after a fault need not be flushed file by file.
    echo force-unsafe-io >"$WORK/base/etc/dpkg/dpkg.cfg.d/speedup"
    local made
    made=$(buildah "${store[@]}" from scratch)
    buildah "${store[@]}" add --quiet "$made" "$WORK/base" / >/dev/null
    buildah "${store[@]}" commit --quiet "$made" "localhost/base-$CODENAME" >/dev/null
    buildah "${store[@]}" rm "$made" >/dev/null
    rm -rf "$WORK/base"
  fi
  echo "localhost/base-$CODENAME"
}

base=$(base_image)
echo "== Building the image on $base" >&2
began=$SECONDS
cache=()
if [ -n "${CCACHE_DIR:-}" ]; then cache=(--volume "$CCACHE_DIR:/root/.cache/ccache"); fi
buildah "${store[@]}" bud --format docker --pull=false --build-arg "BASE_IMAGE=$base" ${cache[@]+"${cache[@]}"} --tag "$IMAGE" \
  --file "$ROOT/packaging/Containerfile" "$ROOT" >"$WORK/build.log" 2>&1 || { tail -n 40 "$WORK/build.log" >&2; fail "the image was not built"; }
echo "built in $((SECONDS - began)) s"

image() { buildah "${store[@]}" inspect --type image --format "{{$1}}" "$IMAGE"; }
[ "$(image .OCIv1.Config.User)" = 10001:10001 ] || fail "the image's user is $(image .OCIv1.Config.User)"
[ "$(image .OCIv1.Config.StopSignal)" = SIGTERM ] || fail "the image's stop signal is $(image .OCIv1.Config.StopSignal)"
[[ $(image .OCIv1.Config.ExposedPorts) == *8080/tcp* ]] || fail "the image does not name port 8080"
[[ $(image .OCIv1.Config.Env) == *LISTEN=0.0.0.0:8080* ]] || fail "the image does not listen on 0.0.0.0:8080"
[[ $(image .Docker.Config.Healthcheck.Test) == *healthy* ]] || fail "the image has no health check"
[[ $(image .OCIv1.Config.Entrypoint) == *"perfect-system --headless"* ]] || fail "the image starts $(image .OCIv1.Config.Entrypoint)"

container=$(buildah "${store[@]}" from --pull=false "$IMAGE")
inside() { buildah "${store[@]}" run "$container" -- "$@"; }
[ "$(inside id -u)" = 10001 ] || fail "it runs as $(inside id -u)"
! inside touch /usr/local/bin/perfect-system 2>/dev/null || fail "it may write to its own program"
for tool in cc g++ cmake; do ! inside bash -c "command -v $tool" >/dev/null || fail "the image carries $tool"; done

# Without a network of its own the container shares this machine's: a free port instead of 8080.
port=$(for p in $(seq 18080 18180); do (exec 3<>"/dev/tcp/127.0.0.1/$p") 2>/dev/null || { echo "$p" && break; }; done)
KEY=check-only
buildah "${store[@]}" run --env "LISTEN=0.0.0.0:$port" --env "X_API_KEY=$KEY" --env TICK_MS=500 "$container" -- \
  perfect-system --headless >"$WORK/server.out" 2>"$WORK/server.err" &
server=$!
url=http://127.0.0.1:$port
for _ in $(seq 200); do
  curl -fsS "$url/healthz" >/dev/null 2>&1 && break
  kill -0 "$server" 2>/dev/null || fail "it ended at once: $(cat "$WORK/server.out")"
  sleep 0.1
done
[ "$(curl -fsS "$url/healthz")" = ok ] || fail "/healthz does not say ok"
buildah "${store[@]}" run --env "LISTEN=0.0.0.0:$port" "$container" -- bash /usr/local/bin/healthy || fail "the health check fails beside a healthy server"
! buildah "${store[@]}" run --env "LISTEN=0.0.0.0:1" "$container" -- bash /usr/local/bin/healthy 2>/dev/null || fail "the health check passes without a server"
[ "$(curl -sS -o /dev/null -w '%{http_code}' -X POST "$url/sim/pause")" = 401 ] || fail "X_API_KEY has no effect"
[ "$(curl -fsS "$url/sim" | grep -o '"tick":[0-9]*')" = '"tick":500' ] || fail "TICK_MS has no effect"
curl -fsS -H "X-API-Key: $KEY" --data-binary "@$ROOT/examples/api-v1.yaml" "$url/apply" >/dev/null || fail "/apply is refused"
for _ in $(seq 200); do
  curl -fsS "$url/state" | grep -q '"readyBySvc":{"api":3}' && break
  sleep 0.1
done
curl -fsS "$url/state" | grep -q '"readyBySvc":{"api":3}' || fail "three pods do not come up"
curl -fsS "$url/" | grep -q '<title>' || fail "there is no page at /"
curl -fsS "$url/openapi.json" | grep -q '"openapi":"3.1' || fail "there is no OpenAPI document"

# The program itself, below the builder's own processes; its exit code comes back through them.
deepest=$server
while child=$(pgrep -P "$deepest" | head -n 1) && [ -n "$child" ]; do deepest=$child; done
[ "$(cat "/proc/$deepest/comm")" = perfect-system ] || fail "the program was not found below process $server"
[ "$(awk '/^Uid:/ {print $2}' "/proc/$deepest/status")" = 10001 ] || fail "the program runs as another user"
kill -TERM "$deepest"
code=0
wait "$server" || code=$?
server=
[ "$code" = 0 ] || fail "SIGTERM ends it with $code"
echo "the container answers, is healthy, is not root, and ends cleanly ($(buildah "${store[@]}" images --format '{{.Size}}' "$IMAGE" | head -n 1))"
