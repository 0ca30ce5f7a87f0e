# ccache makes the second build of the same sources take seconds; with precompiled headers it never hits (platform.md).
find_program(CCACHE_PROGRAM ccache)
# The folder above the sources, so that build folders inside and beside them share what was compiled.
get_filename_component(cache_base "${CMAKE_CURRENT_LIST_DIR}/../.." ABSOLUTE)
if(CCACHE_PROGRAM AND NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER AND NOT MOTCUA_PCH)
  set(CMAKE_CXX_COMPILER_LAUNCHER
      "${CMAKE_COMMAND}" -E env "CCACHE_BASEDIR=${cache_base}" CCACHE_NOHASHDIR=1 "${CCACHE_PROGRAM}"
  )
endif()
