# What our own code is held to: C11, every warning an error. Third-party targets never call this.
function(mouthpiece_own target)
  set_target_properties(${target} PROPERTIES C_STANDARD 11 C_STANDARD_REQUIRED ON C_EXTENSIONS OFF)
  target_compile_options(
    ${target}
    PRIVATE -Wall -Wextra -Wpedantic -Werror
            -Wconversion -Wsign-conversion -Wdouble-promotion
            -Wshadow -Wundef -Wvla -Wcast-align -Wcast-qual -Wwrite-strings -Wformat=2
            -Wstrict-prototypes -Wmissing-prototypes -Wold-style-definition)
  if(NOT EMSCRIPTEN AND CMAKE_BUILD_TYPE STREQUAL "Release")
    target_compile_options(${target} PRIVATE -fstack-protector-strong -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
  endif()
endfunction()
