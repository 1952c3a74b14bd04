package io.axptoken.deploy.image;

import java.util.Locale;

/** The processors that there is an image for, as OCI names them; Debian has the same names. */
enum Architecture {
  AMD64,
  ARM64;

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
