package io.axptoken.sandbox.platform;

import static io.axptoken.testing.Fuzz.require;

import io.axptoken.testing.Fuzz;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Whatever a form is, it is read, and what was read is written and read the same. */
public final class FormFuzz {
  private FormFuzz() {}

  /** The entry point of the fuzzer. */
  public static void fuzzerTestOneInput(byte[] input) {
    Form form = Form.parse(Fuzz.utf8(input));
    String written =
        form.fields().stream()
            .map(field -> encode(field.name()) + "=" + encode(field.value()))
            .collect(Collectors.joining("&"));
    require(Form.parse(written).equals(form), "A form is read as it was written");
    require(
        form.fields().isEmpty() || form.value(form.fields().getFirst().name()).isPresent(),
        "A field is found by its name");
    require(!form.repeats() || form.fields().size() > 1, "One field does not repeat");
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
