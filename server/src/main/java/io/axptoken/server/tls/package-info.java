/** Certificates and private keys from PEM files. */
@NullMarked
package io.axptoken.server.tls;

import org.jspecify.annotations.NullMarked;
