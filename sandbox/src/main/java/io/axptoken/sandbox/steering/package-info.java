/** The control of a running sandbox over HTTP. */
@NullMarked
package io.axptoken.sandbox.steering;

import org.jspecify.annotations.NullMarked;
