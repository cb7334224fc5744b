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
rem The command is the first word that is no option.
set "COMMAND="
set "SKIP="
for %%a in (%*) do call :word "%%~a"
if "%~1"=="" set "COMMAND=window"
if not defined COMMAND set "COMMAND=help"
if /i "%COMMAND:~-5%"==".gpkg" set "COMMAND=window"
rem Rasters are imported with --as, and the sum of gigabytes wants the second compiler.
if "%COMMAND%"=="import" for %%a in (%*) do if "%%~a"=="--as" set "COMMAND=import-as"
set "TUNING="
rem Over in a second or two: the second compiler and a collector with threads of its own would cost more than they give.
if not defined HELIOTOIT_OPTS for %%c in (help new import query info zonal history undo diff) do if "%COMMAND%"=="%%c" set "TUNING=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
rem The JVM keeps the classes of the window in a file, which it makes and checks by itself: the second start takes two thirds of the first.
set "CLASSES="
if "%COMMAND%"=="window" set "CLASSES=window"
if "%COMMAND% %~1 %~2 %~3"=="bench bench ui --open" set "CLASSES=bench"
set "CACHE=%LOCALAPPDATA%\Heliotoit\cache"
if defined CLASSES if not exist "%CACHE%" mkdir "%CACHE%" 2>nul
if defined CLASSES if not exist "%CACHE%" set "CLASSES="
rem The JVM does not use what another version has kept, and does not replace it either.
for %%f in ("%HELIOTOIT_HOME%\lib\heliotoit.jar") do set "SIZE=%%~zf"
if defined CLASSES if not exist "%CACHE%\%CLASSES%-%SIZE%.jsa" del /q "%CACHE%\%CLASSES%*.jsa" 2>nul
set "KEPT="
if defined CLASSES set KEPT=-XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%CACHE%\%CLASSES%-%SIZE%.jsa" -Xlog:disable
"%JAVA_25%" --sun-misc-unsafe-memory-access=allow -Dcom.sun.media.jai.disableMediaLib=true "-Dheliotoit.home=%HELIOTOIT_HOME%" %TUNING% %HELIOTOIT_OPTS% %KEPT% -jar "%HELIOTOIT_HOME%\lib\heliotoit.jar" %*
exit /b %ERRORLEVEL%

:word
if defined COMMAND exit /b 0
if defined SKIP set "SKIP=" & exit /b 0
set "WORD=%~1"
if "%WORD%"=="--lang" set "SKIP=yes"
if not "%WORD:~0,1%"=="-" set "COMMAND=%WORD%"
exit /b 0

:try
if defined JAVA_25 exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
findstr /r /c:"^JAVA_VERSION=.25[\".]" "%~1\release" >nul && set "JAVA_25=%~1\bin\java.exe"
exit /b 0
