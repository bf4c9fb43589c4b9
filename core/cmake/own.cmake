# What our own code is held to: C11, every warning an error, and MOUTHPIECE_OWN_OPTIONS, which the tests set. Third-party
# targets never call this.
option(MOUTHPIECE_WERROR "Warnings in our own code are errors" ON)

function(mouthpiece_own target)
  set_target_properties(${target} PROPERTIES C_STANDARD 11 C_STANDARD_REQUIRED ON C_EXTENSIONS OFF)
  target_compile_options(
    ${target}
    PRIVATE -Wall -Wextra -Wpedantic
            -Wconversion -Wsign-conversion -Wdouble-promotion
            -Wundef -Wvla -Wcast-align -Wcast-qual -Wwrite-strings -Wformat=2
            -Wstrict-prototypes -Wmissing-prototypes -Wold-style-definition
            ${MOUTHPIECE_OWN_OPTIONS})
  if(MOUTHPIECE_WERROR)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
  # Two of gcc's warnings cannot be told from faults: it takes a parameter called as its type for a shadow, and a value
  # that is set only on success for one that may not be set. Clang, which builds the tests and the module, gets both right.
  if(CMAKE_C_COMPILER_ID STREQUAL "GNU")
    target_compile_options(${target} PRIVATE -Wshadow=local -Wno-maybe-uninitialized)
  else()
    target_compile_options(${target} PRIVATE -Wshadow)
  endif()
  if(NOT EMSCRIPTEN AND CMAKE_BUILD_TYPE STREQUAL "Release")
    target_compile_options(${target} PRIVATE -fstack-protector-strong -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
  endif()
endfunction()
