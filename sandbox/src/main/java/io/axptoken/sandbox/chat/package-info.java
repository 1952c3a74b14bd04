/**
 * The chat that end users' tokens open: what a test can do with it, and what a script can say in
 * it.
 */
@NullMarked
package io.axptoken.sandbox.chat;

import org.jspecify.annotations.NullMarked;
