# PCRE2, cJSON and MD4C from the pinned sources that ./build.sh unpacks, the same for every target; for the command only,
# the pinned lexbor that it unpacks, and zlib and gumbo from the system; where the command is WebAssembly, gumbo and zlib
# from pinned sources. Their own build files are left alone: they probe the machine, and we want the same code everywhere.

set(pcre2_source "${MOUTHPIECE_THIRD_PARTY}/pcre2")
set(cjson_source "${MOUTHPIECE_THIRD_PARTY}/cjson")
set(md4c_source "${MOUTHPIECE_THIRD_PARTY}/md4c/src")
foreach(needed "${pcre2_source}/src/pcre2.h.generic" "${cjson_source}/cJSON.c" "${md4c_source}/md4c.c")
  if(NOT EXISTS "${needed}")
    message(FATAL_ERROR "${needed} is missing: run ./build.sh deps")
  endif()
endforeach()

# ---- PCRE2, 8 bit -------------------------------------------------------------------------------------------

set(pcre2_made "${CMAKE_CURRENT_BINARY_DIR}/pcre2")
configure_file("${pcre2_source}/src/config.h.generic" "${pcre2_made}/config.h" COPYONLY)
configure_file("${pcre2_source}/src/pcre2.h.generic" "${pcre2_made}/pcre2.h" COPYONLY)
configure_file("${pcre2_source}/src/pcre2_chartables.c.dist" "${pcre2_made}/pcre2_chartables.c" COPYONLY)

# What matching needs: no DFA, no substitution, no conversion of globs, and no Unicode: see core/pattern_bytes.h.
set(pcre2_sources "${pcre2_made}/pcre2_chartables.c")
foreach(
  part IN ITEMS
  auto_possess chkdint compile compile_class config context error extuni find_bracket jit_compile match match_data
  newline ord2utf pattern_info script_run serialize string_utils study substring tables ucd valid_utf xclass)
  list(APPEND pcre2_sources "${pcre2_source}/src/pcre2_${part}.c")
endforeach()
add_library(pcre2 STATIC ${pcre2_sources})
target_include_directories(pcre2 SYSTEM PUBLIC "${pcre2_made}")
target_include_directories(pcre2 PRIVATE "${pcre2_source}/src")
target_compile_definitions(
  pcre2
  PUBLIC PCRE2_STATIC
  PRIVATE HAVE_CONFIG_H PCRE2_CODE_UNIT_WIDTH=8 HAVE_MEMMOVE HAVE_STDINT_H HAVE_INTTYPES_H
          HAVE_BUILTIN_UNREACHABLE HAVE_BUILTIN_MUL_OVERFLOW)
target_compile_options(pcre2 PRIVATE -w)

# ---- cJSON -----------------------------------------------------------------------------------------------------------

# Its one variable, where the last parse failed, is written by every thread and read by none here: return_parse_end does.
add_library(cjson STATIC "${cjson_source}/cJSON.c")
target_include_directories(cjson SYSTEM PUBLIC "${cjson_source}")
target_compile_options(cjson PRIVATE -w)

# ---- MD4C, for the command: Markdown, and HTML's table of entities ---------------------------------------------------

add_library(md4c STATIC EXCLUDE_FROM_ALL "${md4c_source}/md4c.c" "${md4c_source}/entity.c")
target_include_directories(md4c SYSTEM PUBLIC "${md4c_source}")
target_compile_options(md4c PRIVATE -w)

# ---- zlib, for the command -------------------------------------------------------------------------------------------

function(mouthpiece_system_library name header)
  find_path(${name}_include "${header}" REQUIRED)
  find_library(${name}_library ${name} REQUIRED)
  add_library(${name} INTERFACE)
  target_include_directories(${name} SYSTEM INTERFACE "${${name}_include}")
  target_link_libraries(${name} INTERFACE "${${name}_library}")
endfunction()

if(NOT EMSCRIPTEN)
  mouthpiece_system_library(z zlib.h)
else()
  # Only what reads: nothing is packed here.
  set(zlib_source "${MOUTHPIECE_THIRD_PARTY}/zlib")
  set(zlib_sources "")
  foreach(part IN ITEMS adler32 crc32 gzclose gzlib gzread gzwrite deflate inffast inflate inftrees trees zutil)
    list(APPEND zlib_sources "${zlib_source}/${part}.c")
  endforeach()
  add_library(z STATIC EXCLUDE_FROM_ALL ${zlib_sources})
  target_include_directories(z SYSTEM PUBLIC "${zlib_source}")
  target_compile_definitions(z PRIVATE Z_HAVE_UNISTD_H)
  target_compile_options(z PRIVATE -w)
endif()

# ---- The HTML parser: lexbor, else gumbo -----------------------------------------------------------------------------

# Both where both are there: the tests hold them against each other. Of lexbor there is no source to compile.
if(EMSCRIPTEN)
  set(gumbo_source "${MOUTHPIECE_THIRD_PARTY}/gumbo-parser/src")
  file(GLOB gumbo_sources "${gumbo_source}/*.c")
  add_library(gumbo STATIC EXCLUDE_FROM_ALL ${gumbo_sources})
  target_include_directories(gumbo SYSTEM PUBLIC "${gumbo_source}")
  target_compile_options(gumbo PRIVATE -w)
else()
  set(lexbor_folder "${MOUTHPIECE_THIRD_PARTY}/lexbor")
  find_path(lexbor_include lexbor/html/html.h HINTS "${lexbor_folder}/usr/include")
  find_library(lexbor_library NAMES lexbor_static lexbor HINTS "${lexbor_folder}/usr/lib/${CMAKE_LIBRARY_ARCHITECTURE}")
  if(lexbor_include AND lexbor_library)
    add_library(lexbor INTERFACE)
    target_include_directories(lexbor SYSTEM INTERFACE "${lexbor_include}")
    target_compile_definitions(lexbor INTERFACE LEXBOR_STATIC)
    target_link_libraries(lexbor INTERFACE "${lexbor_library}")
  endif()
  find_path(gumbo_include gumbo.h)
  if(gumbo_include OR NOT TARGET lexbor)
    mouthpiece_system_library(gumbo gumbo.h)
  endif()
endif()
