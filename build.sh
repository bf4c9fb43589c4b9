#!/usr/bin/env bash
# build.sh: the one entry to building, checking, testing and packing Mouthpiece. `./build.sh help` lists what it does.
# Knows the tools and the order of the steps; what is compiled stands in core/, wasm/ and tests/CMakeLists.txt.
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$top"
out=${MOUTHPIECE_BUILD:-$top/build}
third_party=$top/third_party
logs=$out/logs
shared=${MOUTHPIECE_SHARED:-$top/../shared}

# Third-party C sources: name, version, SHA-256 of the archive, upstream address. gumbo and zlib are for the command as
# WebAssembly: the native one has the system's.
sources=(
    "pcre2 10.46 8d28d7f2c3b970c3a4bf3776bcbb5adfc923183ce74bc8df1ebaad8c1985bd07
        https://github.com/PCRE2Project/pcre2/releases/download/pcre2-10.46/pcre2-10.46.tar.gz"
    "cjson 1.7.18 3aa806844a03442c00769b83e99970be70fbef03735ff898f4811dd03b9f5ee5
        https://github.com/DaveGamble/cJSON/archive/refs/tags/v1.7.18.tar.gz"
    "md4c 0.5.2 55d0111d48fb11883aaee91465e642b8b640775a4d6993c2d0e7a8092758ef21
        https://github.com/mity/md4c/archive/refs/tags/release-0.5.2.tar.gz"
    "gumbo-parser 0.13.0+dfsg 1d01316617df9cefcd3f43235b519f606a5465a526a768734714fcc51ccb79e4
        https://deb.debian.org/debian/pool/main/g/gumbo-parser/gumbo-parser_0.13.0+dfsg.orig.tar.xz"
    "zlib 1.3.dfsg+really1.3.1 60dd315c07f616887caa029408308a018ace66e3d142726a97db164b3b8f69fb
        https://deb.debian.org/debian/pool/main/z/zlib/zlib_1.3.dfsg+really1.3.1.orig.tar.gz"
)
debian_suite=trixie # whose source packages hold those versions

# The command's HTML parser, as Debian builds it: package, version, then architecture=SHA-256 of the .deb, one or more.
lexbor_package="liblexbor-dev 3.0.1-1
    amd64=ae86a987dd9c5229caf40403072e0efc9941a96a49daebaebbb3b6c5c4a391f4
    arm64=68216caf956dcb61031db51cdeba45f4b2923db9dd45a26e0ddcbafa048a3aec"
lexbor_suite=forky

usage() {
    cat <<'TEXT'
usage: ./build.sh COMMAND

  help              this text
  deps              install what is missing: Debian packages, npm packages, third-party code
  build             the command, the WebAssembly module, the extension            → build/
  demo              build, open the sample pages in Chromium with the extension   → build/demo/
  test              build, then everything that holds the project to account
  check             formatters, linters and types only (a part of test)
  format            let the formatters write
  package           archives for the stores, the npm package, the source archive  → build/packages/
  bench             times and sizes beside floors, goals and peers [--rounds N] [--compare OLD.json]
  fuzz [SECONDS]    every fuzz target for so long (default 600)
  clean             remove build/ (third_party/ and node_modules/ stay)

  MOUTHPIECE_BUILD=DIR    build somewhere else than build/
  MOUTHPIECE_SHARED=DIR   the folder of gold sets and pages, if not ../shared
TEXT
}

# ---- Saying what happens -------------------------------------------------------------------------------------------------

say() { printf '%-10s %s\n' "$1" "${*:2}"; }
warn() { printf '%-10s %s\n' "warning" "$*" >&2; }
die() { # STATUS MESSAGE…
    printf '%-10s %s\n' "error" "${*:2}" >&2
    exit "$1"
}

# Runs a command with its output in a log; prints the log's end only where it fails.
quietly() { # NAME COMMAND…
    local name=$1 status=0
    shift
    mkdir -p "$logs"
    "$@" >"$logs/$name.log" 2>&1 || status=$?
    [ "$status" = 0 ] && return 0
    # Compilers' own command lines are long, and say nothing.
    grep -v -E "^emcc: error: '|^/usr/bin/(cc|clang|emcc|ccache) " "$logs/$name.log" | tail -n "${MOUTHPIECE_LOG_LINES:-60}" >&2 || true
    printf '%-10s %s\n' "failed" "$name (status $status); everything it said: $logs/$name.log" >&2
    return "$status"
}

size_of() { # FILE → "123.4 KB, gzip 56.7 KB"
    local raw packed
    raw=$(stat -c %s "$1")
    packed=$(gzip -9nc "$1" | wc -c)
    awk -v r="$raw" -v p="$packed" 'BEGIN { printf "%.1f KB, gzip %.1f KB", r / 1000, p / 1000 }'
}

# ---- deps: Debian packages -----------------------------------------------------------------------------------------------

has() { command -v "$1" >/dev/null 2>&1; }
has_header() { echo "#include <$1>" | cc -E -x c - >/dev/null 2>&1; }
has_libc() { has cc && has_header stdio.h; }
has_node() { has node && node -e 'const [a, b] = process.versions.node.split("."); process.exit(+a > 18 || (+a === 18 && +b >= 18) ? 0 : 1)'; }
has_fuzzer() { has clang && [ -n "$(find "$(clang -print-resource-dir)/lib" -name 'libclang_rt.fuzzer-*.a' -o -name 'libclang_rt.fuzzer.a' 2>/dev/null)" ]; }
has_chromium() { has chromium || has chromium-browser || has google-chrome; }
has_fonts() { [ -n "$(find /usr/share/fonts /usr/local/share/fonts "$HOME/.fonts" "$HOME/.local/share/fonts" -name '*.[ot]tf' -print -quit 2>/dev/null)" ]; }

# What each use needs: probe, then the Debian packages that bring it.
needs_of() { # USE
    case $1 in
    build) cat <<'TEXT' ;;
has_libc gcc libc6-dev
has cmake cmake
has ninja ninja-build
has_header zlib.h zlib1g-dev
has_node nodejs
has npm npm
has xz xz-utils
has emcc emscripten
TEXT
    demo) cat <<'TEXT' ;;
has_chromium chromium chromium-sandbox
has_fonts fonts-liberation
TEXT
    test) cat <<'TEXT' ;;
has clang clang
has_fuzzer libclang-rt-dev
has clang-format clang-format
has clang-tidy clang-tidy
has shellcheck shellcheck
has_header cmocka.h libcmocka-dev
has_header gumbo.h libgumbo-dev
has python3 python3
has firefox-esr firefox-esr
has xmllint libxml2-utils
has pkg-config pkgconf
has mandoc mandoc
has zsh zsh
has fish fish
has git git
has pre-commit pre-commit
TEXT
    esac
}

missing_packages() { # USE…
    local use line words
    for use in "$@"; do
        while read -r line; do
            read -ra words <<<"$line"
            case ${words[0]} in
            has | has_header)
                "${words[0]}" "${words[1]}" || printf '%s\n' "${words[@]:2}"
                ;;
            *)
                "${words[0]}" || printf '%s\n' "${words[@]:1}"
                ;;
            esac
        done < <(needs_of "$use")
    done
}

install_packages() { # PACKAGE…
    local root=()
    has apt-get || die 2 "these are missing, and there is no apt-get here: $* (Debian's names); install them and run this again"
    if [ "$(id -u)" != 0 ]; then
        if has sudo && sudo -n true 2>/dev/null; then
            root=(sudo -n)
        else
            say missing "$*"
            say "run this" "sudo apt-get update && sudo apt-get install --no-install-recommends -y $*"
            die 2 "not root, and sudo wants a password: run that line, then this again"
        fi
    fi
    say deps "installing $*"
    quietly apt-update "${root[@]}" apt-get update || die 2 "apt-get update failed"
    quietly apt-install "${root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install --no-install-recommends -y "$@" || die 2 "apt-get install failed"
}

deps_packages() { # USE…
    local missing
    mapfile -t missing < <(missing_packages "$@")
    [ ${#missing[@]} = 0 ] && return 0
    install_packages "${missing[@]}"
    mapfile -t missing < <(missing_packages "$@")
    [ ${#missing[@]} = 0 ] ||
        die 2 "installed, but still not usable: ${missing[*]} (is an older program of that name first on the PATH?)"
}

# ---- deps: npm packages --------------------------------------------------------------------------------------------------

deps_npm() {
    local stamp=node_modules/.mouthpiece-lock lock
    lock=$(sha256sum package.json package-lock.json | sha256sum)
    [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$lock" ] && return 0
    say deps "npm packages"
    # No package's own script runs, and no browser is downloaded.
    PUPPETEER_SKIP_DOWNLOAD=1 quietly npm-ci npm ci --ignore-scripts --no-audit --no-fund ||
        die 2 "npm ci failed (is the npm registry reachable?)"
    echo "$lock" >"$stamp"
}

# ---- deps: third-party sources -------------------------------------------------------------------------------------------

is_sound() { # FILE SHA256
    [ -f "$1" ] && echo "$2  $1" | sha256sum --status -c - 2>/dev/null
}

# The machine's own entries for Debian's main archive, turned to TYPE (deb, deb-src) of SUITE: one-line files first, then
# deb822 paragraphs. Only entries of the machine's own release are taken, so no third party's repository is asked.
private_entries() { # FILE TYPE SUITE
    local codename
    codename=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
    [ -n "$codename" ] || return 0
    cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null | awk -v type="$2" -v suite="$3" -v own="$codename" '
        $1 != "deb" { next }
        { options = ""; at = 2 }
        $2 ~ /^\[/ { while (at <= NF) { options = options " " $at; if ($(at++) ~ /\]$/) break } }
        $(at + 1) == own { print type options, $at, suite, "main" }' | sort -u >"$1.list"
    cat /etc/apt/sources.list.d/*.sources 2>/dev/null | awk -v type="$2" -v suite="$3" -v own="$codename" '
        function flush() {
            if (uris != "" && (" " suites " ") ~ (" " own " "))
                print "Types: " type "\nURIs: " uris "\nSuites: " suite "\nComponents: main\n" (key == "" ? "" : "Signed-By:" key "\n")
            uris = suites = key = ""; field = ""
        }
        /^[ \t]*$/ { flush(); next }
        /^#/ { next }
        /^[A-Za-z-]+:/ { field = tolower($0); sub(/:.*/, "", field); value = $0; sub(/^[^:]*:[ \t]*/, "", value)
            if (field == "uris") uris = value
            if (field == "suites") suites = value
            if (field == "signed-by") key = " " value
            next }
        field == "signed-by" { key = key "\n" $0 }
        END { flush() }' >"$1.sources"
}

# apt-get with package lists and folders of our own: the machine's configuration is only read.
private_apt() { # FOLDER TYPE SUITE WORD…
    local apt=$1/$2-$3 type=$2 suite=$3
    shift 3
    has apt-get || return 1
    if [ ! -d "$apt" ]; then
        mkdir -p "$apt"/{parts,state/lists/partial,cache/archives/partial}
        private_entries "$apt/parts/debian" "$type" "$suite"
    fi
    [ -s "$apt/parts/debian.list" ] || [ -s "$apt/parts/debian.sources" ] || return 1
    local options=(-q -o "Dir::Etc::sourcelist=/dev/null" -o "Dir::Etc::sourceparts=$apt/parts" -o "Dir::State=$apt/state"
        -o "Dir::State::status=/var/lib/dpkg/status" -o "Dir::Cache=$apt/cache" -o "APT::Sandbox::User=$(id -un)"
        -o "Acquire::Languages=none")
    if [ ! -e "$apt/updated" ]; then
        apt-get "${options[@]}" update && touch "$apt/updated" || return 1
    fi
    apt-get "${options[@]}" "$@"
}

fetch_from_debian() { # FOLDER NAME VERSION FILE
    (cd "$1" && private_apt "$1" deb-src "$debian_suite" source --download-only --tar-only "$2") &&
        mv "$1/$2_$3.orig.tar."?z "$4"
}

fetch_from_upstream() { # ADDRESS FILE
    if has curl; then curl -fsSL --retry 2 --max-time 300 -o "$2" "$1"
    elif has wget; then wget -q -O "$2" "$1"
    else node -e 'fetch(process.argv[1]).then(async (r) => { if (!r.ok) throw r.status; require("fs").writeFileSync(process.argv[2], Buffer.from(await r.arrayBuffer())) })' "$1" "$2"
    fi
}

# Puts NAME-VERSION.tar.?z into third_party/, from the first place that has it.
fetch_source() { # NAME VERSION SHA256 ADDRESS
    local name=$1 version=$2 sum=$3 address=$4 archive=$third_party/$1-$2.tar.${4##*.} scratch=$out/fetch
    is_sound "$archive" "$sum" && return 0
    mkdir -p "$scratch"
    say deps "source of $name $version"
    local file=$scratch/$name-$version.tar.${address##*.}
    if quietly "fetch-$name-debian" fetch_from_debian "$scratch" "$name" "$version" "$file" 2>/dev/null && is_sound "$file" "$sum"; then
        :
    elif quietly "fetch-$name-upstream" fetch_from_upstream "$address" "$file" 2>/dev/null && is_sound "$file" "$sum"; then
        :
    else
        say "look at" "$logs/fetch-$name-debian.log and $logs/fetch-$name-upstream.log"
        say "or put" "$address there yourself: $archive"
        die 2 "$name $version with SHA-256 $sum was found neither in Debian's $debian_suite nor upstream"
    fi
    mv "$file" "$archive"
}

deps_sources() {
    local entry name version sum address
    for entry in "${sources[@]}"; do
        read -r -d '' name version sum address <<<"$entry" || true
        [ "$(cat "$third_party/$name/.mouthpiece-sum" 2>/dev/null)" = "$sum" ] && continue
        fetch_source "$name" "$version" "$sum" "$address"
        rm -rf "${third_party:?}/$name" "$third_party/$name.new"
        mkdir "$third_party/$name.new"
        tar -xf "$third_party/$name-$version.tar.${address##*.}" -C "$third_party/$name.new" --strip-components=1 --no-same-owner
        echo "$sum" >"$third_party/$name.new/.mouthpiece-sum"
        mv "$third_party/$name.new" "$third_party/$name"
    done
}

# The folder that holds one architecture's lexbor, unpacked; not there where this machine can have none.
unpack_lexbor() { # NAME VERSION ARCHITECTURE SHA256
    local scratch=$out/fetch file=$third_party/$1_$2_$3.deb
    mkdir -p "$scratch"
    if ! is_sound "$file" "$4"; then
        (cd "$scratch" && private_apt "$scratch" deb "$lexbor_suite" download "$1=$2") || return 1
        mv "$scratch/$1_$2_$3.deb" "$file"
        is_sound "$file" "$4" || { rm -f "$file"; return 1; }
    fi
    rm -rf "${third_party:?}/lexbor" "$scratch/lexbor"
    dpkg-deb -x "$file" "$scratch/lexbor" || return 1
    echo "$4" >"$scratch/lexbor/.mouthpiece-sum"
    mv "$scratch/lexbor" "$third_party/lexbor"
    rm -f "$out"/obj/*/build.ninja # configured without it
}

# lexbor from Debian's archive; where it cannot be had, a lexbor that the system has, or gumbo, which is slower.
deps_lexbor() {
    local name version sums architecture entry sum=
    read -r -d '' name version sums <<<"$lexbor_package" || true
    architecture=$(dpkg --print-architecture 2>/dev/null || true)
    for entry in $sums; do
        [ "${entry%%=*}" = "$architecture" ] && sum=${entry#*=}
    done
    [ -n "$sum" ] && [ "$(cat "$third_party/lexbor/.mouthpiece-sum" 2>/dev/null)" = "$sum" ] && return 0
    if [ -n "$sum" ]; then
        say deps "$name $version"
        quietly fetch-lexbor unpack_lexbor "$name" "$version" "$architecture" "$sum" 2>/dev/null && return 0
    fi
    has_header lexbor/html/html.h && return 0
    warn "no lexbor ${version%-*} for ${architecture:-this machine}: the command reads HTML with gumbo, a tenth as fast ($logs/fetch-lexbor.log)"
    has_header gumbo.h || install_packages libgumbo-dev
}

# One at a time in a checkout, whatever the build folder.
deps() { # USE…
    deps_packages "$@"
    mkdir -p "$third_party"
    exec 7>"$third_party/.lock"
    flock 7
    deps_npm
    deps_sources
    deps_lexbor
    rm -rf "$out/fetch"
    exec 7>&-
}

# ---- build ---------------------------------------------------------------------------------------------------------------

# Configures where it has not been, then builds.
cmake_build() { # NAME SOURCE OPTION…
    local name=$1 source=$2 tool=()
    shift 2
    [ "$name" = wasm ] && tool=(emcmake)
    if [ ! -f "$out/obj/$name/build.ninja" ] || [ "$source/CMakeLists.txt" -nt "$out/obj/$name/build.ninja" ]; then
        # Debian's emcc finds its JavaScript parser only on this path.
        NODE_PATH=/usr/share/nodejs quietly "configure-$name" "${tool[@]}" cmake -G Ninja -S "$source" -B "$out/obj/$name" \
            -DMOUTHPIECE_THIRD_PARTY="$third_party" "$@" || return 1
    fi
    NODE_PATH=/usr/share/nodejs quietly "build-$name" ninja --quiet -C "$out/obj/$name"
}

build_native() {
    cmake_build native core -DMOUTHPIECE_OUT="$out" || die 1 "the command did not build"
    [ -x "$out/mouthpiece" ] && say native "$out/mouthpiece  ($(size_of "$out/mouthpiece"))"
    ln -sfn obj/native/compile_commands.json "$out/compile_commands.json"
}

build_wasm() {
    cmake_build wasm wasm -DMOUTHPIECE_OUT="$out" -DMOUTHPIECE_SHIPPED="$out/obj/native/shipped.c" ||
        die 1 "the WebAssembly module did not build"
    say wasm "$out/mouthpiece.wasm  ($(size_of "$out/mouthpiece.wasm"))"
}

build_extension() {
    [ -f extension/build.mjs ] || { warn "extension/build.mjs is not there: no extension is built"; return 0; }
    quietly build-extension node extension/build.mjs "$out" || die 1 "the extension did not build"
    say extension "$out/extension/chromium, $out/extension/firefox"
}

build() {
    mkdir -p "$out"
    build_native
    build_wasm
    build_extension
}

# ---- demo, package, bench ------------------------------------------------------------------------------------------

demo() { MOUTHPIECE_BUILD=$out node tests/demo.mjs "$@"; }

package() {
    MOUTHPIECE_BUILD=$out node tests/tools/package.mjs || die 1 "packing failed"
}

bench() { # [--rounds N] [--compare OLD.json]
    cmake_build bench tests/bench || die 1 "the programs of the benchmark did not build"
    MOUTHPIECE_BUILD=$out MOUTHPIECE_SHARED=$shared node tests/bench/main.mjs "$@"
    # Needs both browsers, which a machine that only builds does not have.
    if has_chromium && has firefox-esr; then
        MOUTHPIECE_BUILD=$out MOUTHPIECE_SHARED=$shared node tests/bench/extension.mjs
    else
        warn "no Chromium or no Firefox: what the extension costs pages is not measured (./build.sh deps installs them)"
    fi
}

# ---- The commands --------------------------------------------------------------------------------------------------------

# One build at a time in a build folder.
alone() {
    mkdir -p "$out"
    exec 9>"$out/.lock"
    flock -n 9 || { say waiting "for another build.sh in $out"; flock 9; }
}

command=${1:-help}
shift $(($# > 0 ? 1 : 0))
# No `&&` here: to its left the shell would not stop at a failure inside a function.
case $command in
help | -h | --help) usage ;;
deps)
    deps build demo test
    say deps "nothing is missing"
    ;;
build)
    alone
    deps build
    build
    ;;
demo)
    alone
    deps build demo
    build
    demo "$@"
    ;;
check | test)
    alone
    deps build demo test
    . tests/tools/test.sh
    run_"$command"
    ;;
format)
    deps build test
    . tests/tools/test.sh
    run_format
    ;;
package | bench)
    alone
    deps build
    build
    "$command" "$@"
    ;;
fuzz)
    alone
    deps build test
    . tests/tools/test.sh
    run_fuzz "${1:-600}"
    ;;
clean)
    rm -rf "$out"
    say clean "$out is gone"
    ;;
*)
    usage >&2
    die 2 "there is no command '$command'"
    ;;
esac
