/** TLS is tested with keys made by OpenSSL and over real handshakes. */
@NullMarked
package io.axptoken.service.tls;

import org.jspecify.annotations.NullMarked;
