@NullMarked
package io.axptoken.sandbox.tls;

import org.jspecify.annotations.NullMarked;
