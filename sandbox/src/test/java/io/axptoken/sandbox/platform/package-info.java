@NullMarked
package io.axptoken.sandbox.platform;

import org.jspecify.annotations.NullMarked;
