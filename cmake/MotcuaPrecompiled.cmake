# Precompiled headers for first builds and CI, where ccache has nothing to offer; ccache never hits with them, so everyday builds
# do without (platform.md: 84 s against 55 s on two cores). One for rooms and one for screens, each compiled once;
# none for tests, because Qt6::Test defines the folder of each, so that no two could share one.
# Without ccache the first build is the only one, so it takes the faster way.
if(CCACHE_PROGRAM)
  set(_motcua_pch_default OFF)
else()
  set(_motcua_pch_default ON)
endif()
option(MOTCUA_PCH "Precompile the headers of Qt (for builds without ccache)" ${_motcua_pch_default})

set(_motcua_pch_room
    <QByteArray>
    <QDateTime>
    <QFuture>
    <QHash>
    <QJsonArray>
    <QJsonDocument>
    <QJsonObject>
    <QList>
    <QObject>
    <QString>
    <algorithm>
    <functional>
    <memory>
    <optional>
    <tl/expected.hpp>
)
set(_motcua_pch_screen ${_motcua_pch_room} <QApplication> <QBoxLayout> <QLabel> <QPainter> <QPushButton> <QWidget>)
set(_motcua_pch_libraries_room Qt6::Core)
set(_motcua_pch_libraries_screen Qt6::Widgets)

#   motcua_precompile(TARGET room|screen)
function(motcua_precompile target kind)
  if(NOT MOTCUA_PCH)
    return()
  endif()
  set(owner motcua_pch_${kind})
  if(NOT TARGET ${owner})
    file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/pch/${owner}.cpp" CONTENT "// Only carries the precompiled header.\n")
    add_library(${owner} OBJECT "${CMAKE_BINARY_DIR}/pch/${owner}.cpp")
    set_target_properties(${owner} PROPERTIES AUTOMOC OFF AUTORCC OFF)
    target_link_libraries(${owner} PRIVATE motcua_options tl::expected ${_motcua_pch_libraries_${kind}})
    target_precompile_headers(${owner} PRIVATE ${_motcua_pch_${kind}})
  endif()
  # A header compiled as -fPIC cannot be used as -fPIE; for programs the former costs nothing that matters here.
  target_compile_options(${target} PRIVATE -fPIC)
  target_precompile_headers(${target} REUSE_FROM ${owner})
endfunction()
