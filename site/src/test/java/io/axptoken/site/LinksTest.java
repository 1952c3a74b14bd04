package io.axptoken.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Links work from a folder on a disk as from below any path of a web server. */
class LinksTest {
  @ParameterizedTest
  @CsvSource({
    "'', '', index.html",
    "'', docs/, docs/index.html",
    "docs/, '', ../index.html",
    "docs/tls/, docs/, ../index.html",
    "docs/tls/, docs/errors/, ../errors/index.html",
    "docs/tls/, problems/not-found/, ../../problems/not-found/index.html",
    "docs/tls/, docs/images/a.png, ../images/a.png",
    "docs/, docs/, index.html",
  })
  void theWayFromOnePageToAnotherIsRelative(String from, String to, String way) {
    assertThat(Links.relative(from, to)).isEqualTo(way);
  }
}
