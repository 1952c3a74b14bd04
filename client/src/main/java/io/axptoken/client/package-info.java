/** The public face of the library: who the end user is, the token they get, and what can fail. */
@NullMarked
package io.axptoken.client;

import org.jspecify.annotations.NullMarked;
