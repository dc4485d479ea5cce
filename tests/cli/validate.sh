#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# `validate` and bad FILEs: every fault with its place; 2 for what is invalid, 3 for what cannot be read.
. "$(dirname "$0")/support/check.bash"

run 0 validate "$sources"/examples/*.yaml
says out 'api-canary.yaml: ok, 1 service$'
silent err
run 0 validate "$sources/resources/demo/play-demo.yaml"
says out 'play-demo.yaml: ok, scenario, [0-9]+ steps$'

cat >two.yaml <<'YAML'
apiVersion: v1
kind: Service
metadata: { name: api }
spec:
  replicas: -5
  imagee: local://demo@v1
YAML
run 2 validate "$sources/examples/api-v1.yaml" two.yaml
says out 'api-v1.yaml: ok'
says err '^two.yaml:5:[0-9]+: error: '
says err '^two.yaml:6:[0-9]+: error: .*image'

: >empty.yaml
run 2 validate empty.yaml
says err '^empty.yaml:.*error: '
head -c 2000 /dev/urandom >binary.yaml
run 2 validate binary.yaml
says err '^binary.yaml:[0-9]+:[0-9]+: error: '
head -c 15000000 /dev/zero | tr '\0' '#' >big.yaml
run 2 validate big.yaml
says err '^big.yaml:1:1: error: .*1 MiB'
one_line err
head -c 100000 /dev/zero | tr '\0' '[' >deep.yaml
run 2 validate deep.yaml
says err '^deep.yaml:.*error: '
printf 'apiVersion: v1\nkind: Service\nmetadata: {name: api}\nspec: {repli' >cut.yaml
run 2 validate cut.yaml
says err '^cut.yaml:[0-9]+:[0-9]+: error: '

run 3 validate missing.yaml
says err '^missing.yaml: error: .*no such file'
run 3 validate .
says err '^\.: error: .*directory'
run 2 validate missing.yaml two.yaml

run 0 validate "$sources/examples/api-v1.yaml" --set spec.replicas=7
run 2 validate "$sources/examples/api-v1.yaml" --set spec.replicas=abc
says err 'replicas'
run 2 validate "$sources/examples/api-v1.yaml" --set spec.replica=7

printf 'apiVersion: perfect.system/v1\nkind: Scenario\nmetadata: {name: x}\nspec:\n  steps:\n    - apply: nowhere.yaml\n' >lost.yaml
run 2 validate lost.yaml
says err '^lost.yaml:6:[0-9]+: error: .*nowhere.yaml'

code=0
"$program" validate "$sources/examples/api-v1.yaml" >/dev/full 2>err || code=$?
[ "$code" = 3 ] || fail "full stdout: exit code $code"
finish
