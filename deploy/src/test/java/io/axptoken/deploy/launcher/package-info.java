@NullMarked
package io.axptoken.deploy.launcher;

import org.jspecify.annotations.NullMarked;
