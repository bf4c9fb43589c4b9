# shellcheck shell=bash disable=SC2154
# test.sh: the steps of `./build.sh test`, `check`, `format` and `fuzz`, read in by build.sh, whose words (say, quietly,
# cmake_build, $out, $logs, $shared) it uses. A step is quiet where it passes, and loud where it does not.

passed=0 failed=0
step_passed=0 step_failed=0 # what a step may set; otherwise it counts as one
failures=()

# Runs one step, its output in a log, its figures (written to descriptor 8) on the screen.
step() { # NAME FUNCTION [ARGUMENT…]
    local name=$1 log status=0 started=$SECONDS figures
    shift
    mkdir -p "$logs"
    log=$logs/test-${name//[^A-Za-z0-9]/-}.log
    figures=$logs/figures
    : >"$figures"
    step_passed=0 step_failed=0
    "$@" >"$log" 2>&1 8>"$figures" || status=$?
    if [ $((step_passed + step_failed)) = 0 ]; then
        if [ "$status" = 0 ]; then step_passed=1; else step_failed=1; fi
    elif [ "$status" != 0 ] && [ "$step_failed" = 0 ]; then
        step_failed=1
    fi
    passed=$((passed + step_passed)) failed=$((failed + step_failed))
    if [ "$step_failed" = 0 ]; then
        printf 'ok         %-34s %5d passed  %4d s\n' "$name" "$step_passed" $((SECONDS - started))
    else
        printf 'FAILED     %-34s %5d passed, %d failed  %4d s\n' "$name" "$step_passed" "$step_failed" $((SECONDS - started))
        tail -n "${MOUTHPIECE_LOG_LINES:-60}" "$log" | sed 's/^/    /'
        printf '           everything it said: %s\n' "$log"
        failures+=("$name")
    fi
    sed 's/^/           /' "$figures"
}

# ---- Formatters, linters, types ------------------------------------------------------------------------------------------

c_files() { find core wasm tests -name '*.[ch]' | sort; }
shell_files() { printf '%s\n' build.sh .ci/run tests/tools/*.sh; }

check_clang_format() { c_files | xargs -r clang-format --dry-run -Werror; }
prettier() { node_modules/.bin/prettier --log-level warn "$1" '**/*.{js,mjs,ts,css}'; }
check_prettier() { prettier --check; }
check_eslint() { node_modules/.bin/eslint --config .eslint.config.mjs --max-warnings 0 .; }
check_shell() { shell_files | xargs shellcheck -x -S warning; }

check_types() { # FOLDER
    node_modules/.bin/tsc -p "$1/tsconfig.json"
}

# On the sanitizers' compile commands, which are clang's own. wasm/ is compiled for another machine: clang's warnings do.
check_clang_tidy() {
    local status=0
    cmake_build checked tests || return 1
    ninja --quiet -k 0 -C "$out/obj/checked" tidy >"$logs/clang-tidy.txt" 2>&1 || status=$?
    [ "$status" = 0 ] || grep -v -E '^[0-9]+ warnings? (generated|treated)|^Suppressed|^Use -header|^FAILED|^cd |^ninja' "$logs/clang-tidy.txt"
    return "$status"
}

check_steps() {
    step "clang-format" check_clang_format
    step "prettier" check_prettier
    step "eslint" check_eslint
    for folder in wasm extension tests; do
        step "types in $folder" check_types "$folder"
    done
    step "shellcheck" check_shell
    step "clang-tidy" check_clang_tidy
}

# ---- C tests, under the sanitizers ---------------------------------------------------------------------------------------

run_c_tests() {
    local report=$logs/c-tests.txt status=0
    cmake_build checked tests || return 1
    # A name of the C library's own allocator in a stack is of no use without ours.
    ASAN_OPTIONS=detect_leaks=1:strict_string_checks=1:detect_stack_use_after_return=1 UBSAN_OPTIONS=print_stacktrace=1 \
        timeout 900 ctest --test-dir "$out/obj/checked" -j "$(nproc)" --verbose >"$report" 2>&1 || status=$?
    step_passed=$(grep -c '^[0-9]*: \[       OK \]' "$report" || true)
    step_failed=$(grep -c '^ *[0-9]*/[0-9]* Test .*\*\*\*' "$report" || true)
    [ "$status" = 0 ] && [ "$step_passed" -gt 0 ] && return 0
    echo "C programs that failed: $step_failed, test functions that passed: $step_passed; all: $report"
    grep -E '\*\*\*|\[  ERROR   \]|\[  FAILED  \]|Sanitizer|runtime error|^[0-9]+:  +#[0-9]|\.c:[0-9]+: error|No tests were found' "$report"
    return 1
}

# ---- Node tests ----------------------------------------------------------------------------------------------------------

run_node_tests() { # FOLDER
    local tap=$logs/tap skipped status=0 files
    mapfile -t files < <(find "$1" -name '*.test.mjs' | sort)
    rm -f "$tap"
    MOUTHPIECE_BUILD=$out MOUTHPIECE_SHARED=$shared timeout 600 node --test \
        --test-reporter=spec --test-reporter-destination=stdout --test-reporter=tap --test-reporter-destination="$tap" \
        "${files[@]}" || status=$?
    step_passed=$(sed -n 's/^# pass //p' "$tap")
    step_failed=$(sed -n 's/^# fail //p' "$tap")
    skipped=$(sed -n 's/^# skipped //p' "$tap")
    [ "${skipped:-0}" = 0 ] || echo "$skipped skipped" >&8
    if [ $((step_passed + step_failed)) = 0 ]; then
        echo "no test ran in $1"
        step_failed=1
    fi
    [ "$status" = 0 ] && [ "$step_failed" = 0 ]
}

# Every folder of tests/ that has tests of that kind, but those named.
node_folders() { # LEFT-OUT…
    local folder
    for folder in tests/*/; do
        folder=${folder%/}
        [[ " $* " == *" $folder "* ]] && continue
        [ -n "$(find "$folder" -name '*.test.mjs' -print -quit)" ] && echo "$folder"
    done
    return 0
}

# ---- Gold ----------------------------------------------------------------------------------------------------------------

run_gold() {
    local counts=$logs/gold-counts status=0
    rm -f "$counts"
    node tests/tools/score.mjs "$out" "$shared" "$counts" || status=$?
    [ -f "$counts" ] && read -r step_passed step_failed <"$counts"
    return "$status"
}

# The README's first command, as far as it goes without a screen.
run_demo() { env -u DISPLAY -u WAYLAND_DISPLAY MOUTHPIECE_BUILD="$out" node tests/demo.mjs; }

# ---- Fuzzing -------------------------------------------------------------------------------------------------------------

# Runs every target for so long, from the seeds that the tests bring and what earlier runs found.
fuzz_targets() { # SECONDS
    local seconds=$1 target name work=$out/fuzz status=0
    cmake_build fuzz tests -DMOUTHPIECE_FUZZ=ON || return 1
    node tests/tools/seeds.mjs "$work/seeds" || return 1
    for target in "$out"/obj/fuzz/fuzz_*; do
        case $target in *.d | *\**) continue ;; esac
        name=${target##*/fuzz_}
        mkdir -p "$work/$name" "$work/faults"
        echo "== $name, $seconds s"
        if timeout $((seconds * 2 + 120)) "$target" -max_total_time="$seconds" -max_len=65536 -timeout=20 -rss_limit_mb=2048 \
            -print_final_stats=1 -artifact_prefix="$work/faults/$name-" "$work/$name" "$work/seeds" >"$logs/fuzz-$name.log" 2>&1; then
            step_passed=$((step_passed + 1))
        else
            step_failed=$((step_failed + 1)) status=1
            grep -v -E '^#[0-9]+' "$logs/fuzz-$name.log" | tail -n 50
            echo "the inputs that failed: $work/faults/$name-*"
        fi
        sed -n "s/^stat::number_of_executed_units: */fuzz $name: executions /p" "$logs/fuzz-$name.log" >&8
    done
    if [ $((step_passed + step_failed)) = 0 ]; then
        echo "tests/fuzz has no targets"
        return 1
    fi
    return "$status"
}

# ---- What build.sh calls -------------------------------------------------------------------------------------------------

finish() {
    echo
    if [ ${#failures[@]} -gt 0 ]; then
        printf 'failed: %s\n' "${failures[@]}"
    fi
    echo "$passed passed, $failed failed"
    [ "$failed" = 0 ]
}

run_check() {
    check_steps
    finish
}

run_test() {
    local folder
    build
    check_steps
    step "C tests (ASan, UBSan)" run_c_tests
    for folder in $(node_folders tests/extension); do
        step "$folder" run_node_tests "$folder"
    done
    step "gold documents" run_gold
    step "tests/extension" run_node_tests tests/extension
    step "the demo, without a window" run_demo
    step "fuzzing, 20 s a target" fuzz_targets 20
    [ -d "$shared" ] || warn "no folder $shared: the gold sets' figures and the saved pages were left out"
    finish
}

run_fuzz() { # SECONDS
    step "fuzzing, $1 s a target" fuzz_targets "$1"
    finish
}

run_format() {
    c_files | xargs -r clang-format -i
    prettier --write
    say format "done"
}
