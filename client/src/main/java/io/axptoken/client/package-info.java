/** The public face of the library: who the end user is, the token he gets, and what can fail. */
@NullMarked
package io.axptoken.client;

import org.jspecify.annotations.NullMarked;
