/** Sandbox, server and playground page in one process, for a first look and for development. */
@NullMarked
package io.axptoken.demo;

import org.jspecify.annotations.NullMarked;
