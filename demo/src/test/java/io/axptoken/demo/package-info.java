/** The demo, driven as its users drive it: the page in a browser, the process from a shell. */
@NullMarked
package io.axptoken.demo;

import org.jspecify.annotations.NullMarked;
