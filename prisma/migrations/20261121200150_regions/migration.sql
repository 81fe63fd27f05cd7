-- CreateEnum
CREATE TYPE "RegionKind" AS ENUM ('kabupaten', 'kota');

-- CreateEnum
CREATE TYPE "RegionBasis" AS ENUM ('seat', 'stated', 'distance');

-- CreateTable
CREATE TABLE "region" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "RegionKind" NOT NULL,
    "province" TEXT NOT NULL,
    "aliases" TEXT[],
    "offices" TEXT[],
    "basis" "RegionBasis" NOT NULL,
    "source" TEXT NOT NULL,
    "confirmed_by" TEXT,

    CONSTRAINT "region_pkey" PRIMARY KEY ("code")
);
