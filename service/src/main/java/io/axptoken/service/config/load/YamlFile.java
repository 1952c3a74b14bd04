package io.axptoken.service.config.load;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * A YAML file read to nodes, so that every value knows its line and none is turned into anything
 * but text. The parser's own messages are not shown: they quote the file, secrets included.
 */
public final class YamlFile {
  private static final int MOST_BYTES = 256 * 1024;
  private static final int MOST_COLLECTION_ALIASES = 8;

  private YamlFile() {}

  /** A file that cannot be used at all. */
  public static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient ConfigProblem problem;

    private Unusable(Path file, String message, int line) {
      super(message, null, false, false);
      String where = line < 1 ? "" : file + ":" + line;
      this.problem = new ConfigProblem(file.toString(), message, where);
    }

    ConfigProblem problem() {
      return problem;
    }
  }

  /** The mapping that makes up the file. */
  public static MappingNode read(Path file) throws Unusable {
    return source(file).root();
  }

  /** The same with the text that it was made of. */
  static YamlSource source(Path file) throws Unusable {
    String text = text(file);
    try {
      return YamlSource.of(root(file, text), text);
    } catch (BoundedParser.TooDeep e) {
      throw new Unusable(file, "is nested too deeply for a configuration", e.line());
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
      throw new Unusable(file, "is not valid YAML: " + YamlAdvice.on(e.getProblem()), line);
    } catch (YamlEngineException e) {
      throw new Unusable(file, "is not valid YAML: " + YamlAdvice.on(e.getMessage()), 0);
    }
  }

  private static String text(Path file) throws Unusable {
    try {
      return TextFile.read(file, MOST_BYTES);
    } catch (IOException e) {
      throw new Unusable(file, TextFile.reason(e) + ": " + remedy(e), 0);
    }
  }

  private static String remedy(IOException failure) {
    return switch (failure) {
      case AccessDeniedException _ -> "give the account it runs under the right to";
      case CharacterCodingException _ -> "save it in UTF-8";
      default -> "name the right file with --config";
    };
  }

  private static MappingNode root(Path file, String text) throws Unusable {
    LoadSettings settings = settings();
    Iterator<Node> documents =
        new Composer(
            settings,
            new BoundedParser(new ParserImpl(settings, new StreamReader(settings, text))));
    Node root = documents.hasNext() ? documents.next() : null;
    if (root == null || YamlNodes.isNull(root)) {
      throw new Unusable(file, "is empty: see the example configuration for what it needs", 0);
    }
    if (documents.hasNext()) {
      throw new Unusable(file, "holds more than one YAML document: keep one", 0);
    }
    if (root instanceof MappingNode mapping) {
      return mapping;
    }
    throw new Unusable(file, "must hold sections such as server and axp, and settings in them", 1);
  }

  private static LoadSettings settings() {
    return LoadSettings.builder()
        .setSchema(new TextSchema())
        .setCodePointLimit(MOST_BYTES)
        .setMaxAliasesForCollections(MOST_COLLECTION_ALIASES)
        .setAllowRecursiveKeys(false)
        .setAllowNonScalarKeys(true)
        .setEnvConfig(Optional.empty())
        .build();
  }
}
