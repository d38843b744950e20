"""What alembic runs: the migrations, inside the transaction that app.library.migrate has opened."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
