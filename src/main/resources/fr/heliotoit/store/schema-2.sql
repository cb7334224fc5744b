CREATE TABLE contenus (
  snapshot INTEGER NOT NULL REFERENCES millesimes(id), contenu TEXT NOT NULL, origine INTEGER NOT NULL REFERENCES millesimes(id),
  PRIMARY KEY (snapshot, contenu))
;;
INSERT INTO millesimes(millesime, cree_le, batiments, courant)
  SELECT strftime('%Y-%m', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 0, 1
  WHERE EXISTS (SELECT * FROM entrees) AND NOT EXISTS (SELECT * FROM millesimes)
;;
INSERT INTO contenus SELECT id, 'batiments', id FROM millesimes WHERE batiments > 0
;;
INSERT INTO contenus SELECT m.id, e.nature, m.id FROM entrees e, millesimes m WHERE m.courant
;;
ALTER TABLE millesimes ADD COLUMN annule INTEGER REFERENCES millesimes(id)
;;
ALTER TABLE millesimes ADD COLUMN ajoutes INTEGER
;;
ALTER TABLE millesimes ADD COLUMN modifies INTEGER
;;
ALTER TABLE millesimes ADD COLUMN retires INTEGER
;;
ALTER TABLE millesimes ADD COLUMN identiques INTEGER
;;
CREATE TABLE entrees_2 (
  nature TEXT NOT NULL, rang INTEGER NOT NULL, chemin TEXT NOT NULL, sha256 TEXT NOT NULL, crs TEXT, PRIMARY KEY (nature, rang))
;;
INSERT INTO entrees_2 SELECT nature, 0, chemin, sha256, crs FROM entrees
;;
DROP TABLE entrees
;;
ALTER TABLE entrees_2 RENAME TO entrees
;;
CREATE TABLE archive_entrees AS SELECT 0 AS snapshot, * FROM entrees WHERE 0
;;
CREATE TABLE archive_couches (
  snapshot INTEGER NOT NULL, couche TEXT NOT NULL, fid INTEGER NOT NULL, geom BLOB, id TEXT NOT NULL, nom TEXT, valeurs TEXT NOT NULL)
;;
CREATE INDEX archive_batiments_snapshot ON archive_batiments(snapshot, id)
;;
CREATE INDEX archive_pans_snapshot ON archive_pans(snapshot)
;;
CREATE INDEX archive_potentiels_snapshot ON archive_potentiels(snapshot, batiment)
;;
CREATE INDEX archive_couches_snapshot ON archive_couches(snapshot, couche)
;;
CREATE TABLE liens (
  ancien TEXT NOT NULL, nouveau TEXT NOT NULL, PRIMARY KEY (ancien, nouveau))
;;
CREATE TABLE dossiers (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, batiment TEXT NOT NULL UNIQUE, statut TEXT NOT NULL, notes TEXT NOT NULL,
  modifie_le DATETIME NOT NULL)
;;
CREATE TABLE releves (
  batiment TEXT NOT NULL, champ TEXT NOT NULL, valeur TEXT NOT NULL, PRIMARY KEY (batiment, champ))
;;
CREATE TABLE mesures (
  batiment TEXT NOT NULL, annee INTEGER NOT NULL, kwh DOUBLE NOT NULL, PRIMARY KEY (batiment, annee))
