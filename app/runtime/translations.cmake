# SPDX-License-Identifier: GPL-3.0-or-later
# Languages: resources/translations/perfect_LANGUAGE.ts (the window), core_LANGUAGE.ts (what core says there) and
# show_LANGUAGE.ts (what Play Demo and the lessons say there), compiled by lrelease and kept in the program under
# :/translations. Sets TRANSLATIONS_SOURCE: the generated source. What is asked for here is a program, not Qt's CMake
# package for it: Debian has them in different packages, and the program alone is the smaller one.

get_filename_component(qt_root ${Qt6_DIR}/../../../.. ABSOLUTE)
find_program(LRELEASE_PROGRAM NAMES lrelease lrelease-qt6
             HINTS ${qt_root}/lib/qt6/bin /usr/lib/qt6/bin ${Qt6_DIR}/../../../bin REQUIRED)

file(GLOB translations CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/resources/translations/perfect_*.ts
     ${CMAKE_SOURCE_DIR}/resources/translations/core_*.ts ${CMAKE_SOURCE_DIR}/resources/translations/show_*.ts)
set(translations_folder ${CMAKE_BINARY_DIR}/translations)
file(MAKE_DIRECTORY ${translations_folder})
set(qm_files)
set(qrc "<!DOCTYPE RCC><RCC version=\"1.0\"><qresource prefix=\"/translations\">")
foreach(ts ${translations})
  get_filename_component(name ${ts} NAME_WE)
  set(qm ${translations_folder}/${name}.qm)
  add_custom_command(OUTPUT ${qm} COMMAND ${LRELEASE_PROGRAM} -silent ${ts} -qm ${qm} DEPENDS ${ts} VERBATIM)
  list(APPEND qm_files ${qm})
  string(APPEND qrc "<file>${name}.qm</file>")
endforeach()
string(APPEND qrc "</qresource></RCC>\n")
file(GENERATE OUTPUT ${translations_folder}/translations.qrc CONTENT "${qrc}")
set(TRANSLATIONS_SOURCE ${translations_folder}/qrc_translations.cpp)
add_custom_command(OUTPUT ${TRANSLATIONS_SOURCE}
                   COMMAND Qt6::rcc --name translations --output ${TRANSLATIONS_SOURCE}
                           ${translations_folder}/translations.qrc
                   DEPENDS ${qm_files} ${translations_folder}/translations.qrc VERBATIM)
set_source_files_properties(${TRANSLATIONS_SOURCE} PROPERTIES SKIP_AUTOGEN ON SKIP_UNITY_BUILD_INCLUSION ON)
