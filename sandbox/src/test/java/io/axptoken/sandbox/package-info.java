@NullMarked
package io.axptoken.sandbox;

import org.jspecify.annotations.NullMarked;
