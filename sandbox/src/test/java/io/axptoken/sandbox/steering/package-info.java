@NullMarked
package io.axptoken.sandbox.steering;

import org.jspecify.annotations.NullMarked;
