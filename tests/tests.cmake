# Every test, for ctest. `./test` builds with sanitizers and runs all; `./test --fast` those labelled fast.
find_program(NODE node REQUIRED)
find_program(NPM npm REQUIRED)
find_program(BASH bash REQUIRED)

function(giaoban_test name)
  cmake_parse_arguments(T "FAST" "TIMEOUT" "COMMAND" ${ARGN})
  add_test(NAME ${name} COMMAND ${T_COMMAND} WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
  if(NOT T_TIMEOUT)
    set(T_TIMEOUT 300)
  endif()
  set_tests_properties(${name} PROPERTIES
    TIMEOUT ${T_TIMEOUT}
    LABELS "$<IF:$<BOOL:${T_FAST}>,fast,whole>"
    ENVIRONMENT "GIAOBAN=$<TARGET_FILE:giaoban>;ASAN_OPTIONS=detect_stack_use_after_return=1:strict_string_checks=1;UBSAN_OPTIONS=print_stacktrace=1;LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/support/leaks.txt:print_suppressions=0")
endfunction()

# C++: rooms and what they stand on. With sanitizers also on a real PostgreSQL.
if(GIAOBAN_SANITIZE)
  giaoban_test(unit FAST TIMEOUT 2700 COMMAND ${BASH} tests/support/with-postgresql.sh $<TARGET_FILE:giaoban_tests>)
else()
  giaoban_test(unit FAST TIMEOUT 600 COMMAND $<TARGET_FILE:giaoban_tests>)
endif()

# Behaviour as text that people can read: a line a noun, or all of them on both stores.
if(GIAOBAN_SANITIZE)
  giaoban_test(scenarios TIMEOUT 1800 COMMAND ${BASH} tests/support/with-postgresql.sh $<TARGET_FILE:giaoban_scenarios>)
else()
  file(GLOB nouns CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR}/scenarios scenarios/*)
  list(REMOVE_ITEM nouns given README.md)
  foreach(noun ${nouns})
    giaoban_test(scenarios-${noun} FAST COMMAND giaoban_scenarios ${noun})
  endforeach()
endif()

# Fuzzing, within bounds and always alike; for longer: ./test --fuzz MINUTES. Built by clang in a folder of its own.
if(GIAOBAN_SANITIZE)
  file(GLOB targets CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR}/fuzz fuzz/*.cpp)
  foreach(target ${targets})
    string(REPLACE ".cpp" "" target ${target})
    set(runs 20000)
    if(target MATCHES "workbook|documents") # a run of it takes some milliseconds
      set(runs 1500)
    endif()
    giaoban_test(fuzz-${target} COMMAND ${BASH} tests/fuzz.sh ${target} ${runs})
  endforeach()
endif()

# What is written once and read in several places.
giaoban_test(tidy FAST COMMAND ${NODE} tests/tidy.mjs)
giaoban_test(types-drift FAST COMMAND ${BASH} tests/types-drift.sh $<TARGET_FILE:giaoban>)
giaoban_test(openapi FAST COMMAND ${NODE} tests/openapi.mjs)
giaoban_test(permissions FAST COMMAND ${NODE} tests/permissions/permissions.mjs)
giaoban_test(docs-examples FAST COMMAND ${NODE} tests/docs/examples.mjs)
# The guard's false alarms and the slips that it finds, printed: ctest -R guard-measured -V
giaoban_test(guard-measured FAST COMMAND $<TARGET_FILE:giaoban_tests> -tc=guard*,published* -s=0)
giaoban_test(permission-places FAST COMMAND ${NODE} tests/permissions/places.mjs)

# The whole April over HTTP, office by office: `giaoban demo`.
giaoban_test(april FAST COMMAND $<TARGET_FILE:giaoban> demo --out ${CMAKE_BINARY_DIR}/april)

# A benchmark is never a timed test; at a five-hundredth of its load it shows that it still runs.
giaoban_test(bench-figures TIMEOUT 600 COMMAND $<TARGET_FILE:giaoban> bench figures --scale 0.002 --json ${CMAKE_BINARY_DIR}/bench-figures.json)

# The page.
giaoban_test(page-types COMMAND ${NPM} --prefix ui run check)
giaoban_test(page-units FAST COMMAND ${NPM} --prefix ui test)
giaoban_test(page-size COMMAND ${NPM} --prefix ui run size)

# What goes wrong in the world, done to the real program.
foreach(fault start kill journal second-process disk http slow sign-in stop backup)
  giaoban_test(faults-${fault} TIMEOUT 600 COMMAND ${NODE} tests/faults/${fault}.mjs)
endforeach()
set_tests_properties(faults-http PROPERTIES LABELS fast)
giaoban_test(faults-processes TIMEOUT 600 COMMAND ${BASH} tests/support/with-postgresql.sh ${NODE} tests/faults/processes.mjs)

giaoban_test(documents-libreoffice TIMEOUT 400 COMMAND ${BASH} tests/documents/libreoffice.sh $<TARGET_FILE:giaoban_tests>)

# The page in Debian's Chromium. It has both cores: what it waits for are pictures drawn and answers come.
giaoban_test(browser TIMEOUT 2700 COMMAND ${NODE} --test --test-concurrency=1 --test-reporter=spec tests/browser/)
set_tests_properties(browser PROPERTIES PROCESSORS 2)
