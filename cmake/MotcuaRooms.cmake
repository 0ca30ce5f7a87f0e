# A room is one folder, one static library and one list of the rooms it may use; a wrong include or link stops the configure step.
#
#   motcua_room(NAME USES room... SOURCES file... [LINKS public-lib...] [PRIVATE_LINKS lib...])
#   motcua_test(NAME SOURCES file... ROOMS room... [LINKS lib...] [TIMEOUT s] [LABELS l...])
set_property(GLOBAL PROPERTY MOTCUA_ROOMS "")
include(MotcuaRoomCheck)
include(MotcuaPrecompiled)
get_target_property(_motcua_qt_includes Qt6::Core INTERFACE_INCLUDE_DIRECTORIES)
foreach(_directory IN LISTS _motcua_qt_includes)
  if(EXISTS "${_directory}/QtCore/QString")
    set(MOTCUA_QT_INCLUDE_DIR "${_directory}")
  endif()
endforeach()

function(motcua_room name)
  cmake_parse_arguments(PARSE_ARGV 1 ROOM "" "" "USES;SOURCES;LINKS;PRIVATE_LINKS")
  motcua_check_room(
    ${name}
    FOLDER "${CMAKE_CURRENT_SOURCE_DIR}"
    USES ${ROOM_USES}
    SOURCES ${ROOM_SOURCES}
    LINKS ${ROOM_LINKS}
    PRIVATE_LINKS ${ROOM_PRIVATE_LINKS}
  )
  add_library(motcua_${name} STATIC ${ROOM_SOURCES})
  list(TRANSFORM ROOM_USES PREPEND motcua_ OUTPUT_VARIABLE used_targets)
  target_link_libraries(motcua_${name} PUBLIC motcua_options ${used_targets} ${ROOM_LINKS} PRIVATE ${ROOM_PRIVATE_LINKS})
  if(name STREQUAL "ui")
    motcua_precompile(motcua_${name} screen)
  else()
    motcua_precompile(motcua_${name} room)
  endif()
endfunction()

# Writes the graph as it was declared, one `room: uses | outside libraries` a line; `./dev graph` draws this file.
function(motcua_report_rooms)
  get_property(rooms GLOBAL PROPERTY MOTCUA_ROOMS)
  set(text "")
  foreach(room IN LISTS rooms)
    get_property(uses GLOBAL PROPERTY MOTCUA_ROOM_${room}_USES)
    get_property(links GLOBAL PROPERTY MOTCUA_ROOM_${room}_LINKS)
    list(REMOVE_ITEM links "")
    list(JOIN uses " " uses)
    list(JOIN links " " links)
    string(APPEND text "${room}: ${uses} | ${links}\n")
  endforeach()
  file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/rooms.txt" CONTENT "${text}" @ONLY)
endfunction()

function(motcua_test name)
  cmake_parse_arguments(PARSE_ARGV 1 TEST "" "TIMEOUT" "SOURCES;ROOMS;LINKS;LABELS")
  add_executable(${name} ${TEST_SOURCES})
  list(TRANSFORM TEST_ROOMS PREPEND motcua_ OUTPUT_VARIABLE rooms)
  target_link_libraries(${name} PRIVATE motcua_options ${rooms} motcua_data Qt6::Test ${TEST_LINKS})
  if("counter" IN_LIST TEST_ROOMS OR "ui" IN_LIST TEST_ROOMS OR "reader" IN_LIST TEST_ROOMS)
    add_dependencies(${name} motcua-reader) # started beside the test whenever a paper is looked at
  endif()
  add_test(NAME ${name} COMMAND ${name})
  if(NOT TEST_TIMEOUT)
    set(TEST_TIMEOUT 120)
  endif()
  set_tests_properties(
    ${name} PROPERTIES TIMEOUT ${TEST_TIMEOUT} LABELS "${TEST_LABELS}" ENVIRONMENT
                       "QT_QPA_PLATFORM=offscreen;TZ=Asia/Ho_Chi_Minh;LC_ALL=C.UTF-8"
  )
endfunction()
