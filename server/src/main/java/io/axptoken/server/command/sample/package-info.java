/** The vendor sample's configuration, read without running it, and written as ours. */
@NullMarked
package io.axptoken.server.command.sample;

import org.jspecify.annotations.NullMarked;
