ALTER TABLE pans ADD COLUMN origine TEXT NOT NULL DEFAULT 'trouve'
;;
ALTER TABLE pans ADD COLUMN debord DOUBLE
;;
ALTER TABLE archive_pans ADD COLUMN origine TEXT NOT NULL DEFAULT 'trouve'
;;
ALTER TABLE archive_pans ADD COLUMN debord DOUBLE
;;
CREATE TABLE modules (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom MULTIPOLYGON NOT NULL, pan TEXT NOT NULL UNIQUE, batiment TEXT NOT NULL,
  nombre INTEGER NOT NULL, puissance DOUBLE NOT NULL, surface DOUBLE NOT NULL, inclinaison DOUBLE NOT NULL, orientation DOUBLE NOT NULL,
  disposition TEXT NOT NULL)
;;
CREATE TABLE archive_modules AS SELECT 0 AS snapshot, * FROM modules WHERE 0
;;
CREATE INDEX modules_batiment ON modules(batiment)
;;
CREATE INDEX archive_modules_snapshot ON archive_modules(snapshot)
