/** Builds the container image, without an engine, and judges it. */
@NullMarked
package io.axptoken.deploy.image;

import org.jspecify.annotations.NullMarked;
