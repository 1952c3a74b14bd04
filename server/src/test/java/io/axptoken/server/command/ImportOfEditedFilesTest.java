package io.axptoken.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code import} of {@code configuration.js} as people have edited it. */
class ImportOfEditedFilesTest {
  private static final String AXP =
      "axp: { hostName: 'h.example', accountId: 'ABCDEF', clientId: 'c', clientSecret: 's3cr3t',"
          + " integrationId: '3f2504e0-4f89-41d3-9a0c-0305e82c3301', appKey: 'key' }";

  @TempDir Path folder = Path.of("");

  private Program imported(String text, int code) throws IOException {
    Path file = Files.writeString(folder.resolve("configuration.js"), text.replace('~', '\n'));
    Program program = new Program();
    assertThat(program.run("import", file.toString())).as(program.err()).isEqualTo(code);
    return program;
  }

  /** A configuration whose only value in doubt is this one. */
  private Program withHost(String before, String value, int code) throws IOException {
    return imported(
        before + "\nexport const config = { " + AXP.replace("'h.example'", value) + " };", code);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '^',
      delimiter = '#',
      value = {
        "const REGION = 'eu';#`${REGION}.api.example`#eu.api.example",
        "const REGION = 'eu'~const HOST = `${REGION}.api.example`#HOST#eu.api.example",
        "#`${process.env.REGION}.api.example`#${env:REGION}.api.example",
        "#process.env.REGION + '.api.example'#${env:REGION}.api.example",
        "#`a${`b${'c'}`}.example`#abc.example",
        "#`${ {a: 1} ? 'x' : 'y' }`#",
        "#`h${'.'}example`#h.example",
        "#'h' + '.example'#h.example",
        "#String(12) + '.example'#12.example",
        "#`${1}${2}.example`#12.example",
        "#1 + 2#",
        "#process.env.REGION ? 'a' : 'b'#",
        "let HOST = 'h.example';#HOST#",
        "const HOST = 'a'; { const HOST = 'b'; }#HOST#",
        "const HOST = read();#HOST#",
      })
  void aValueIsCarriedOrNamed(String before, String value, String carried) throws IOException {
    Program program = withHost(before == null ? "" : before, value, carried == null ? 1 : 0);

    if (carried == null) {
      assertThat(program.err())
          .contains("Not carried: axp.hostName (line ", "only running it would tell")
          .contains("Missing: axp.hostName");
      assertThat(program.out()).doesNotContain("hostName");
    } else {
      assertThat(program.out())
          .containsPattern("hostName: '?" + java.util.regex.Pattern.quote(carried));
    }
    assertThat(program.out()).contains("appKey: key");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "console.log(`starting in ${process.env.NODE_ENV}`);",
        "const clean = (text) => text.replace(/['\"`{]/g, '');",
        "if (x) { throw new Error(`no ${x}`) }",
        "import fs from 'fs'; const key = fs.readFileSync('key');",
        "const { PORT = 3000, ...rest } = process.env;",
        "module.exports = {}; // and below",
        "const half = 4 / 2; const other = a / b / c;"
      })
  void whatStandsBeforeItDoesNoHarm(String before) throws IOException {
    withHost(before, "'h.example'", 0);
  }

  @Test
  void aPathBesideTheFileIsFound() throws IOException {
    Files.writeString(Files.createDirectory(folder.resolve("certs")).resolve("x.crt"), "");
    Program program =
        imported(
            "export default { server: { sslCertificatePath: `${__dirname}/certs/x.crt` }, "
                + AXP
                + "}",
            0);

    assertThat(program.out()).contains("sslCertificatePath: " + folder.resolve("certs/x.crt"));
  }

  @Test
  void sectionsMayBeConstantsAndAddUp() throws IOException {
    Program program =
        imported(
            "const server = { port: 3000, ssl: false };\nconst common = { server };\nconst "
                + AXP.replaceFirst(":", " =")
                + "\nmodule.exports = { ...common, axp, server: { ...server, port: 3001 } };",
            0);

    assertThat(program.out()).contains("port: 3001", "ssl: false", "appKey: key");
  }

  @Test
  void whatMayAddSettingsIsNamed() throws IOException {
    Program program =
        imported(
            "module.exports = {\n  ...require('./common'),\n  server: {\n    port: 3000,\n"
                + "    get ssl() { return true },\n    [key]: 1,\n  },\n  "
                + AXP
                + ",\n};",
            1);

    assertThat(program.out()).contains("port: 3000", "appKey: key");
    assertThat(program.err())
        .contains("Not carried: configuration (line 2, column 3): what stands here may add")
        .contains("Not carried: server (line 5, column 5): what stands here may add")
        .contains("Not carried: server (line 6, column 5): what stands here may add");
  }

  @Test
  void aSectionThatOnlyRunningTheFileTellsIsNamed() throws IOException {
    assertThat(imported("module.exports = { server: load('server'), " + AXP + " };", 1).err())
        .contains("Not carried: server (line 1, column 28)");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '^',
      delimiter = '#',
      value = {
        "cfg.server.port = 3001;#0#port: 3001",
        "cfg['server'].port = 3001#0#port: 3001",
        "cfg.server.port = process.env.PORT#0#port: '${env:PORT}'",
        "cfg.server = { port: 3001 }#0#port: 3001",
        "if (process.env.X) cfg.server.port = 3001;#1#",
        "if (process.env.X)~  cfg.server.port = 3001;#1#",
        "if (process.env.X) { cfg.server.port = 3001; }#1#",
        "cfg.server.port = read();#1#",
        "cfg.server.port += 1;#1#",
        "cfg.server.port ||= 3001;#1#",
        "console.log(cfg.server.port == 3000, cfg.server.port === 1);#0#port: 3000",
      })
  void whatIsChangedFurtherDownIsCarriedOrNamed(String change, int code, String carried)
      throws IOException {
    Program program =
        imported("const cfg = { server: { port: 3000 }, " + AXP + " };\n" + change, code);

    if (carried == null) {
      assertThat(program.out()).doesNotContain("port:");
      assertThat(program.err()).containsPattern("Not carried: server.port \\(line [23], column");
    } else {
      assertThat(program.out()).contains(carried);
    }
    assertThat(program.out()).contains("appKey: key");
  }

  @Test
  void otherChangesAreNamed() throws IOException {
    Program program =
        imported(
            "const cfg = { server: { port: 3000, allowedOrigins: ['https://a.example'] }, "
                + AXP
                + " };\ncfg.server.allowedOrigins.push(extra);\nObject.assign(cfg, other);\n"
                + "Object.assign(cfg.server, other);",
            1);

    assertThat(program.out()).doesNotContain("a.example");
    assertThat(program.err())
        .contains("Not carried: server.allowedOrigins (line 2, column 1)")
        .contains("Not carried: configuration (line 3, column 1)")
        .contains("Not carried: server (line 4, column 1)");
  }

  @Test
  void anEmptyObjectMayBeFilledStepByStep() throws IOException {
    Program program =
        imported(
            "const cfg = {};\ncfg.server = { port: 3000 };\ncfg."
                + AXP.replaceFirst(":", " =")
                + ";\nmodule.exports = cfg;",
            0);

    assertThat(program.out()).contains("port: 3000", "appKey: key");
  }

  @Test
  void ofSeveralTheExportedOneIsCarriedAndIfThatIsUnclearItIsSaid() throws IOException {
    String two = "const dev = { server: { port: 3000 }, " + AXP + " };\n";
    Program clear =
        imported(two + "export const config = { server: { port: 3001 }, " + AXP + "}", 0);
    assertThat(clear.out()).contains("port: 3001");

    Program unclear =
        imported(
            two
                + "const prod = { server: { port: 3001 }, "
                + AXP
                + " };\nmodule.exports = process.env.PROD ? prod : dev;",
            1);
    assertThat(unclear.err()).contains("Not carried: configuration (line 2, column 14)");
  }

  @Test
  void noSumMakesAReference() throws IOException {
    Path mine = Files.writeString(folder.resolve("private"), "s3cr3t-of-this-machine");

    Program program = withHost("", "'a$' + '{file:" + mine + "}'", 0);
    assertThat(program.out()).contains("hostName: 'a$${file:" + mine + "}'");

    assertThat(withHost("", "`$${process.env.X}`", 1).err()).contains("Not carried: axp.hostName");
  }
}
