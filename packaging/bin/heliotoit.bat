@echo off
rem Starts Heliotoit with a JDK 25: the one in runtime\ beside this program, JAVA_HOME, or any that is installed in a usual place.
setlocal EnableExtensions
chcp 65001 >nul
for %%i in ("%~dp0..") do set "HELIOTOIT_HOME=%%~fi"
set "JAVA_25="
call :try "%HELIOTOIT_HOME%\runtime"
if defined JAVA_HOME call :try "%JAVA_HOME%"
if defined JDK_HOME call :try "%JDK_HOME%"
for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%ProgramFiles%\BellSoft\*" "%LOCALAPPDATA%\Programs\Eclipse Adoptium\*" "%USERPROFILE%\.jdks\*") do call :try "%%~d"
if not defined JAVA_25 (
  echo Héliotoit a besoin d'un JDK 25 : installez-en un ^(par exemple Temurin 25^) ou indiquez-le par la variable JAVA_HOME. 1>&2
  exit /b 2
)
set "VECTORS="
if "%~1"=="" set "VECTORS=--add-modules=jdk.incubator.vector"
for %%a in (%*) do for %%c in (demo compute irradiance bench) do if "%%~a"=="%%c" set "VECTORS=--add-modules=jdk.incubator.vector"
"%JAVA_25%" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dcom.sun.media.jai.disableMediaLib=true "-Dheliotoit.home=%HELIOTOIT_HOME%" %VECTORS% %HELIOTOIT_OPTS% -cp "%HELIOTOIT_HOME%\lib\heliotoit.jar" fr.heliotoit.Main %*
exit /b %ERRORLEVEL%

:try
if defined JAVA_25 exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
findstr /r /c:"^JAVA_VERSION=.25[\".]" "%~1\release" >nul && set "JAVA_25=%~1\bin\java.exe"
exit /b 0
