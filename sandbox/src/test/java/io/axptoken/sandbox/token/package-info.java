@NullMarked
package io.axptoken.sandbox.token;

import org.jspecify.annotations.NullMarked;
