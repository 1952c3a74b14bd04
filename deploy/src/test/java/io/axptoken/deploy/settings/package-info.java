@NullMarked
package io.axptoken.deploy.settings;

import org.jspecify.annotations.NullMarked;
