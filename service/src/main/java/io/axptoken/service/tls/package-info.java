/** Certificates and private keys from files, in the forms that people have them in. */
@NullMarked
package io.axptoken.service.tls;

import org.jspecify.annotations.NullMarked;
