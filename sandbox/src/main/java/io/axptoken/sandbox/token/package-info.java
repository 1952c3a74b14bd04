/** The tokens: their keys, claims and encoding. */
@NullMarked
package io.axptoken.sandbox.token;

import org.jspecify.annotations.NullMarked;
