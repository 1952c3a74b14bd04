/** The scenes: what callers, server and platform are made to do while they are measured. */
@NullMarked
package io.axptoken.bench.scene;

import org.jspecify.annotations.NullMarked;
