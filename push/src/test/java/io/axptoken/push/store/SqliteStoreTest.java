package io.axptoken.push.store;

import io.axptoken.push.settings.DatabaseSettings;

class SqliteStoreTest extends StoreContract {
  @Override
  DatabaseSettings settings() {
    return DatabaseSettings.EMBEDDED;
  }
}
