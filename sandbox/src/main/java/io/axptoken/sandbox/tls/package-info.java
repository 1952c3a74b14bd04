/** The sandbox's own certificate, made at its start. */
@NullMarked
package io.axptoken.sandbox.tls;

import org.jspecify.annotations.NullMarked;
