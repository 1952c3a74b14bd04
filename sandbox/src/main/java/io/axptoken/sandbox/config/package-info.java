/** The configuration file of the command line. */
@NullMarked
package io.axptoken.sandbox.config;

import org.jspecify.annotations.NullMarked;
