/** Files of keys and certificates in the forms that people have them in. */
@NullMarked
package io.axptoken.server.pem;

import org.jspecify.annotations.NullMarked;
