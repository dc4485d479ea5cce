# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by the other scripts: installs what is missing for building, testing or linting.
# Says everything on stderr, so that a program's stdout stays its own.
# Expects ROOT to be the folder of the sources.

# Names as Debian 12 has them; a|b takes the first one that the system offers.
BUILD_PACKAGES=(
  build-essential cmake ninja-build ccache pkg-config git ca-certificates
  qt6-base-dev qt6-base-dev-tools libgl1-mesa-dev qt6-charts-dev qt6-httpserver-dev qt6-websockets-dev
  'qt6-svg-dev|libqt6svg6-dev' libqscintilla2-qt6-dev libyaml-cpp-dev libbenchmark-dev
  libcurl4-openssl-dev qtkeychain-qt6-dev
  libmimalloc-dev
  libqt6svg6 qt6-qpa-plugins fonts-dejavu-core
  qt6-l10n-tools 'qt6-translations-l10n|-'
  npm  # fetches Swagger UI for /docs
)
# Ubuntu has no Chromium but as a snap; what needs it is skipped there.
TEST_PACKAGES=(clang clang-format xvfb xauth curl jq openssl python3-jsonschema python3-aiosmtpd
  'chromium|-' 'chromium-driver|-')
LINT_PACKAGES=(clang-tidy clang)
MEASURE_PACKAGES=(time jq)

say() { printf '%s\n' "$*" >&2; }

# Without a home to keep it in, the compiler cache stays beside the build trees.
if [ ! -w "${HOME:-/nonexistent}" ]; then export CCACHE_DIR="$ROOT/build/ccache"; fi

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    say "Not root and no sudo: cannot run '$*'."
    return 1
  fi
}

apt_get() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300 "$@" </dev/null >&2
}

# The package with the sanitizers' and libFuzzer's runtime of the system's own clang. Requires clang.
clang_runtime() { printf 'libclang-rt-%s-dev' "$(clang -dumpversion | cut -d. -f1)"; }

system_is_known() {
  [ -r /etc/os-release ] || return 1
  local id version
  id=$(. /etc/os-release && printf '%s' "${ID:-}")
  version=$(. /etc/os-release && printf '%s' "${VERSION_ID:-999}")
  case $id in
    debian) [ "${version%%.*}" -ge 12 ] ;;
    ubuntu) [ "${version%%.*}" -ge 24 ] ;;
    *) return 1 ;;
  esac
}

is_installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }
is_offered() { apt-cache show --no-all-versions "$1" >/dev/null 2>&1; }

# Entries of which no alternative is installed.
missing_of() {
  local entry name found
  for entry in "$@"; do
    found=
    for name in ${entry//|/ }; do
      if is_installed "$name"; then found=1; fi
      # Node.js from elsewhere brings npm along, and then there is no package of that name.
      if [ "$name" = npm ] && command -v npm >/dev/null; then found=1; fi
    done
    if [ -z "$found" ]; then printf '%s\n' "$entry"; fi
  done
  # Qt Charts asks for Qt OpenGL, which Debian 12 keeps in a package of its own and Debian 13 in qt6-base-dev.
  if ! compgen -G '/usr/lib/*/cmake/Qt6OpenGL/Qt6OpenGLConfig.cmake' >/dev/null; then printf 'libqt6opengl6-dev|-\n'; fi
}

install_entries() {
  local entry name names=() chosen
  for entry in "$@"; do
    chosen=
    for name in ${entry//|/ }; do
      if [ -z "$chosen" ] && { [ "$name" = - ] || is_offered "$name"; }; then chosen=$name; fi
    done
    if [ "$chosen" != - ]; then names+=("${chosen:-${entry%%|*}}"); fi
  done
  [ ${#names[@]} = 0 ] || apt_get install --no-install-recommends "${names[@]}"
}

# install_packages WHAT PACKAGES…: done once for each list of packages; a stamp below build/ remembers it.
install_packages() {
  local what=$1 stamp missing attempt
  shift
  stamp="$ROOT/build/.installed-$what"
  if [ -e "$stamp" ] && [ "$(cat "$stamp")" = "$*" ]; then return 0; fi
  mkdir -p "$ROOT/build"
  if system_is_known; then
    mapfile -t missing < <(missing_of "$@")
    if [ ${#missing[@]} -gt 0 ]; then
      say "Installing what is missing: ${missing[*]%%|*}"
      for attempt in 1 2 3; do
        if apt_get update && install_entries "${missing[@]}"; then break; fi
        if [ "$attempt" = 3 ]; then
          say "The packages above could not be installed; install them by hand and try again."
          return 1
        fi
        sleep $((attempt * 5))
      done
    fi
  else
    say "This system is not one whose packages these scripts install (Debian 12 or newer, Ubuntu 24.04 or newer)."
    say "Needed, by their names there: $*"
    say "Going on with what is here."
  fi
  printf '%s' "$*" >"$stamp"
}

# A failure may come from a package that was removed since: look again next time.
forget_installed() { rm -f "$ROOT"/build/.installed-*; }

# A build tree that was made for sources in another place cannot be used here.
drop_foreign_tree() {
  local cache="$1/CMakeCache.txt"
  if [ -e "$cache" ] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$ROOT" "$cache"; then
    rm -rf "$cache" "$1/CMakeFiles"
  fi
}
