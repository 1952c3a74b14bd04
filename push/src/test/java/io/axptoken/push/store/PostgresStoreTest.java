package io.axptoken.push.store;

import io.axptoken.push.fixture.Postgres;
import io.axptoken.push.settings.DatabaseSettings;

class PostgresStoreTest extends StoreContract {
  @Override
  DatabaseSettings settings() {
    return Postgres.database();
  }
}
