@echo off
rem Starts a program of the installation that this folder belongs to; the other scripts here call it.
rem   launch.cmd NAME MAIN_CLASS "FOLDER..." [ARGUMENT...]
rem FOLDERs are those below lib\ whose jars the program needs too. The flags of the JVM are in lib\NAME.jvm; those in
rem JAVA_OPTS come last and win.
setlocal EnableDelayedExpansion
set REQUIRED_JAVA=25
set NAME=%~1
set MAIN_CLASS=%~2
set FOLDERS=%~3

rem Everything after the first three arguments, as it was written.
set ARGUMENTS=
:collect
if [%4]==[] goto collected
set ARGUMENTS=!ARGUMENTS! %4
shift /4
goto collect
:collected

set JAVA=
call :consider "%~dp0..\runtime"
for %%H in ("%JAVA_HOME%") do call :consider "%%~H"
for /d %%H in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%USERPROFILE%\.jdks\*") do call :consider "%%~H"
for %%J in (java.exe) do if not "%%~$PATH:J"=="" for %%B in ("%%~dp$PATH:J.") do call :consider "%%~dpB."
if not defined JAVA (
  echo No Java %REQUIRED_JAVA% or newer found. Install one, for example Eclipse Temurin %REQUIRED_JAVA%, and set JAVA_HOME to its folder. 1>&2
  exit /b 1
)

set HOME_FOLDER=%~dp0..
set LIB=%HOME_FOLDER%\lib
if not exist "%LIB%" set LIB=%HOME_FOLDER%\dist\target\dist\lib
if not exist "%LIB%" (
  echo Building, once. 1>&2
  pushd "%HOME_FOLDER%"
  call mvn --batch-mode -q -DskipTests package 1>&2
  popd
)
set CLASS_PATH=%LIB%\*
for %%F in (%FOLDERS%) do set CLASS_PATH=!CLASS_PATH!;%LIB%\%%F\*

"%JAVA%" "@%LIB%\%NAME%.jvm" %JAVA_OPTS% -cp "%CLASS_PATH%" %MAIN_CLASS%%ARGUMENTS%
exit /b %ERRORLEVEL%

rem Takes the Java in folder %1 if none is taken yet and it is new enough.
:consider
if defined JAVA exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==." %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do set MAJOR=%%~V
set MAJOR=%MAJOR:"=%
if %MAJOR% geq %REQUIRED_JAVA% set JAVA=%~1\bin\java.exe
exit /b 0
