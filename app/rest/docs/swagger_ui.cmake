# SPDX-License-Identifier: GPL-3.0-or-later
# Swagger UI for /docs: one pinned archive, fetched through npm as it is configured here, checked by its hash and kept in
# build/npm, so that a second build, or one in another tree, needs no network. Without it everything builds all the same,
# and /docs says what is missing.
# Sets SWAGGER_UI_QRC: a resource file with prefix /swagger, in which VERSION is always there ("none": not embedded).

set(SWAGGER_UI_VERSION 5.35.0)
set(SWAGGER_UI_SHA256 1b8e891893404ea4c3558b6a87e2a3e494e7eedba41168c2ece5800a391a6ea6)
set(SWAGGER_UI_FILES swagger-ui.css swagger-ui-bundle.js LICENSE NOTICE)

# fetch_swagger_ui(ARCHIVE): leaves the archive there, or nothing.
function(fetch_swagger_ui archive)
  get_filename_component(store ${archive} DIRECTORY)
  file(MAKE_DIRECTORY ${store})
  file(LOCK ${store}/swagger-ui.lock GUARD FUNCTION TIMEOUT 300)
  if(EXISTS ${archive})
    file(SHA256 ${archive} hash)
    if(hash STREQUAL SWAGGER_UI_SHA256)
      return()
    endif()
    file(REMOVE ${archive})
  endif()
  find_program(NPM_PROGRAM npm)
  if(NOT NPM_PROGRAM)
    message(WARNING "npm is not here: /docs is built without Swagger UI. Install npm and configure again.")
    return()
  endif()
  message(STATUS "Fetching swagger-ui-dist ${SWAGGER_UI_VERSION}")
  execute_process(
    COMMAND ${NPM_PROGRAM} pack --loglevel error --cache ${store}/cache --fetch-retries 2 --fetch-retry-mintimeout 1000
            --fetch-retry-maxtimeout 5000 --fetch-timeout 60000 swagger-ui-dist@${SWAGGER_UI_VERSION}
    WORKING_DIRECTORY ${store} RESULT_VARIABLE code ERROR_VARIABLE said OUTPUT_QUIET TIMEOUT 180)
  if(NOT code EQUAL 0 OR NOT EXISTS ${archive})
    message(WARNING "npm could not fetch swagger-ui-dist ${SWAGGER_UI_VERSION}: /docs is built without Swagger UI. "
                    "Configure again when the registry can be reached. npm says: ${said}")
    return()
  endif()
  file(SHA256 ${archive} hash)
  if(NOT hash STREQUAL SWAGGER_UI_SHA256)
    file(REMOVE ${archive})
    message(FATAL_ERROR "swagger-ui-dist ${SWAGGER_UI_VERSION} is not what it was: SHA-256 ${hash}")
  endif()
endfunction()

set(swagger_archive ${CMAKE_SOURCE_DIR}/build/npm/swagger-ui-dist-${SWAGGER_UI_VERSION}.tgz)
set(swagger_folder ${CMAKE_BINARY_DIR}/swagger-ui)
fetch_swagger_ui(${swagger_archive})

set(swagger_version none)
set(swagger_entries "")
if(EXISTS ${swagger_archive})
  set(swagger_version ${SWAGGER_UI_VERSION})
  if(NOT EXISTS ${swagger_folder}/package/NOTICE)
    file(ARCHIVE_EXTRACT INPUT ${swagger_archive} DESTINATION ${swagger_folder})
  endif()
  foreach(name IN LISTS SWAGGER_UI_FILES)
    string(APPEND swagger_entries "    <file alias=\"${name}\">package/${name}</file>\n")
  endforeach()
endif()
file(CONFIGURE OUTPUT ${swagger_folder}/VERSION CONTENT "${swagger_version}")
set(SWAGGER_UI_QRC ${swagger_folder}/swagger_ui.qrc)
file(CONFIGURE OUTPUT ${SWAGGER_UI_QRC} CONTENT
     "<RCC>\n  <qresource prefix=\"/swagger\">\n    <file>VERSION</file>\n${swagger_entries}  </qresource>\n</RCC>\n")
