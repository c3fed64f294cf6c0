@echo off
rem Starts Nhip on Windows. Needs a JDK 17 or newer (JAVA_HOME or PATH) and Maven 3.8 or newer; builds itself on first use.
setlocal EnableDelayedExpansion
set "HERE=%~dp0"
set "TARGET=%HERE%src\app\target"
set "JAR=%TARGET%\nhip.jar"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
set "VERSION="
for /f "tokens=3" %%v in ('"%JAVA%" -XshowSettings:properties -version 2^>^&1 ^| findstr /c:"java.specification.version"') do set "VERSION=%%v"
if not defined VERSION (
  echo nhip: no JDK found. Install a JDK 17 or newer and set JAVA_HOME. 1>&2
  exit /b 3
)
if %VERSION% LSS 17 (
  echo nhip: JDK %VERSION% is too old. Install a JDK 17 or newer and set JAVA_HOME. 1>&2
  exit /b 3
)
if not exist "%JAR%" (
  echo Nhip builds itself for first use ^(a few minutes when the libraries must be fetched first^). 1>&2
  pushd "%HERE%"
  call mvn -B -ntp -q -Dchecks.skip=true -pl src/app -am package 1>&2
  if errorlevel 1 (
    popd
    echo nhip: the build failed. 1>&2
    exit /b 1
  )
  popd
)
chcp 65001 >nul
set "FLAGS=-Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Dnhip.install="%HERE%." -XX:+UseSerialGC"
if "%~1"=="serve" set "FLAGS=%FLAGS% -Xms16m -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=20"
if %VERSION% GEQ 24 set "FLAGS=%FLAGS% --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
"%JAVA%" %FLAGS% %NHIP_JAVA_OPTS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%
