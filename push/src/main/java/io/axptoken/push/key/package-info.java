/** Service-account keys at rest. */
@NullMarked
package io.axptoken.push.key;

import org.jspecify.annotations.NullMarked;
