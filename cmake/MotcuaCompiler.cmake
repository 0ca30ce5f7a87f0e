# One strict set of compiler and linker settings for every target of ours.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTORCC ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")

option(MOTCUA_WERROR "Treat warnings as errors" OFF)
set(MOTCUA_SANITIZE "" CACHE STRING "Sanitizers, for example address;undefined")

find_program(MOLD_PROGRAM mold)
if(MOLD_PROGRAM AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  add_link_options(-fuse-ld=mold)
endif()

add_library(motcua_options INTERFACE)
target_compile_definitions(
  motcua_options
  INTERFACE QT_NO_KEYWORDS
            QT_NO_CAST_FROM_ASCII
            QT_NO_CAST_TO_ASCII
            QT_NO_URL_CAST_FROM_STRING
            QT_NO_CONTEXTLESS_CONNECT
            QT_DISABLE_DEPRECATED_BEFORE=0x060400
            QT_ENABLE_STRICT_MODE_UP_TO=0x060400
            MOTCUA_VERSION="${PROJECT_VERSION}"
)
target_include_directories(motcua_options INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_options(
  motcua_options
  INTERFACE -Wall
            -Wextra
            -Wpedantic
            -Wshadow
            -Wnon-virtual-dtor
            -Woverloaded-virtual
            -Wimplicit-fallthrough
            -Wextra-semi
            -Wsuggest-override
            # GCC 13 and newer see uninitialised reads inside tl::expected<void, Error> that cannot happen.
            $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_GREATER_EQUAL:$<CXX_COMPILER_VERSION>,13>>:-Wno-maybe-uninitialized>
            -fstack-protector-strong
            $<$<BOOL:${MOTCUA_WERROR}>:-Werror>
)
if(MOTCUA_SANITIZE)
  list(JOIN MOTCUA_SANITIZE "," sanitizers)
  target_compile_options(motcua_options INTERFACE -fsanitize=${sanitizers} -fno-omit-frame-pointer)
  target_link_options(motcua_options INTERFACE -fsanitize=${sanitizers})
else()
  target_compile_definitions(motcua_options INTERFACE $<$<NOT:$<CONFIG:Debug>>:_FORTIFY_SOURCE=2>)
endif()
if(UNIX AND NOT APPLE)
  target_link_options(motcua_options INTERFACE -Wl,-z,relro,-z,now -Wl,--as-needed)
endif()
