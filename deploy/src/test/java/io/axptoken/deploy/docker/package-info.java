@NullMarked
package io.axptoken.deploy.docker;

import org.jspecify.annotations.NullMarked;
