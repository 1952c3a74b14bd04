/** The certificate that all parties of an encrypted scene share. */
@NullMarked
package io.axptoken.bench.tls;

import org.jspecify.annotations.NullMarked;
